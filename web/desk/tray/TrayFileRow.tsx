import type { TrayFile } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { FileRow } from "../../parts/files/FileRow.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { takeAway } from "./take-away.ts";
import type { TrayState } from "./use-tray.ts";

interface TrayFileRowProps {
  readonly file: TrayFile;
  readonly change: TrayState["change"];
}

/** One file on the tray; it can be taken away. */
export function TrayFileRow({ file, change }: TrayFileRowProps): ReactNode {
  return (
    <FileRow
      file={file}
      action={
        <Button
          look="quiet"
          label={`${file.name} を取り除く`}
          onPress={() => {
            change.run(() => takeAway([file.fileId]));
          }}
        >
          取り除く
        </Button>
      }
    />
  );
}
