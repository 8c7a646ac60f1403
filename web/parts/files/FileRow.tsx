import "./file-row.css";
import type { ReactNode } from "react";
import { Icon } from "../look/Icon.tsx";
import { byteSize } from "../words/byte-size.ts";
import { FindingList } from "./FindingList.tsx";
import type { ShownFinding } from "./shown-finding.ts";

interface FileRowProps {
  readonly file: {
    /** What it is, e.g. 第6表 予定. */
    readonly title: string;
    readonly name: string;
    /** In bytes. */
    readonly size: number;
    readonly records: number;
    readonly findings: readonly ShownFinding[];
  };
  /** What can be done with it. */
  readonly action?: ReactNode;
}

/** One file of a set, with what was found in it. */
export function FileRow({ file, action }: FileRowProps): ReactNode {
  const { title, name, size, records, findings } = file;
  return (
    <li className="file-row">
      <div className="file-row-line">
        <span className="file-row-sign">
          <Icon name="document" />
        </span>
        <span className="file-row-what">
          <strong>{title}</strong>
          <span className="small soft">
            <span className="code">{name}</span> ({byteSize(size)}
            {records > 0 ? `、${records}行` : ""})
          </span>
        </span>
        {action}
      </div>
      <FindingList findings={findings} />
    </li>
  );
}
