import type { TrayFile } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Icon } from "../../parts/look/Icon.tsx";
import { byteSize } from "../../parts/words/byte-size.ts";
import { FindingList } from "./FindingList.tsx";
import { takeAway } from "./take-away.ts";
import type { TrayState } from "./use-tray.ts";

interface TrayFileRowProps {
  readonly file: TrayFile;
  readonly change: TrayState["change"];
}

/** One file of a set, with what was found in it. */
export function TrayFileRow({ file, change }: TrayFileRowProps): ReactNode {
  return (
    <li className="tray-file">
      <div className="tray-file-line">
        <span className="tray-file-sign">
          <Icon name="document" />
        </span>
        <span className="tray-file-what">
          <strong>{file.title}</strong>
          <span className="small soft">
            <span className="code">{file.name}</span> ({byteSize(file.size)}
            {file.records > 0 ? `、${file.records}行` : ""})
          </span>
        </span>
        <Button
          look="quiet"
          label={`${file.name} を取り除く`}
          onPress={() => {
            change.run(() => takeAway([file.fileId]));
          }}
        >
          取り除く
        </Button>
      </div>
      <FindingList findings={file.findings} />
    </li>
  );
}
