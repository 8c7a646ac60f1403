import "./drop-files.css";
import { type ReactNode, useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "../look/Button.tsx";
import { Icon } from "../look/Icon.tsx";
import { Notice } from "../look/Notice.tsx";
import { filesIn, isMeant } from "./dropped-files.ts";

interface DropFilesProps {
  /** What the files are for, as they are called here: `送るファイル`. */
  readonly what: string;
  /** Beneath: what may be dropped. */
  readonly hint: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly busy: boolean;
}

/** Where files are dropped, pasted or chosen: many at once, and folders. */
export function DropFiles({ what, hint, onFiles, busy }: DropFilesProps): ReactNode {
  const [unreadable, setUnreadable] = useState(false);
  const give = (files: readonly File[]): void => {
    setUnreadable(false);
    if (files.length > 0) onFiles(files);
  };
  const chosen = (list: FileList | null): void => {
    give([...(list ?? [])].filter((file) => isMeant(file.name)));
  };

  return (
    <>
      <DropZone
        className="drop"
        aria-label={`${what}をここに置く`}
        isDisabled={busy}
        getDropOperation={() => "copy"}
        onDrop={(event) => {
          filesIn(event.items).then(give, () => {
            setUnreadable(true);
          });
        }}
      >
        <span className="drop-sign">
          <Icon name="document" />
        </span>
        <p className="drop-words">{what}を、ここにドラッグして置いてください</p>
        <p className="soft small">{hint}</p>
        <div className="row">
          <FileTrigger allowsMultiple onSelect={chosen}>
            <Button icon="document" disabled={busy}>
              ファイルを選ぶ
            </Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={chosen}>
            <Button icon="folder" disabled={busy} look="quiet">
              フォルダを選ぶ
            </Button>
          </FileTrigger>
        </div>
      </DropZone>
      {unreadable ? (
        <Notice tone="bad" title="置かれたものを読み取れませんでした。" live="alert">
          <p>「ファイルを選ぶ」から選び直してください。</p>
        </Notice>
      ) : null}
    </>
  );
}
