import "./file-list.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Icon } from "../../parts/look/Icon.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { byteSize } from "../../parts/words/byte-size.ts";
import { fileAddress } from "../api.ts";

interface FileListProps {
  readonly id: string;
  readonly files: DeskMessage["files"];
}

/** The files of a message, each to be saved. */
export function FileList({ id, files }: FileListProps): ReactNode {
  return (
    <ul className="file-list">
      {files.map((file) => (
        <li key={file.name} className="file-list-file">
          <span className="file-list-sign">
            <Icon name="document" />
          </span>
          <span className="file-list-what">
            <strong>{file.title}</strong>
            <span className="small soft">
              <span className="code">{file.name}</span> ({byteSize(file.size)})
            </span>
          </span>
          <LinkButton
            href={fileAddress(id, file.name)}
            download={file.name}
            icon="download"
            label={`${file.title} ${file.name} を保存する`}
          >
            保存する
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
