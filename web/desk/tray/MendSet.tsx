import type { MendedFile, Tray, TraySet } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { MendingList } from "../../parts/files/MendingList.tsx";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";

interface MendSetProps {
  readonly set: TraySet;
  /** Called with the tray as it is then. */
  readonly onTray: (tray: Tray) => void;
}

/** Puts right in a set what is certain: shows first what that would be, then what it was, and takes it back. */
export function MendSet({ set, onTray }: MendSetProps): ReactNode {
  const [asked, setAsked] = useState<readonly MendedFile[]>();
  const [shown, setShown] = useState<readonly MendedFile[]>();
  const params = { setId: set.setId };
  const ask = useDeskAction(async () => {
    setAsked((await desk.mendsOfSet({ params })).files);
  });
  const mend = useDeskAction(async () => {
    const { files, tray } = await desk.mendSet({ params }).finally(() => {
      setAsked(undefined);
    });
    setShown(files);
    onTray(tray);
  });
  const show = useDeskAction(async () => {
    setShown((await desk.mendsOfSet({ params })).files);
  });
  const unmend = useDeskAction(async () => {
    const tray = await desk.unmendSet({ params });
    setShown(undefined);
    onTray(tray);
  });
  const mended = set.files.some((file) => file.mended);

  return (
    <>
      {mended ? (
        <Notice tone="good" title="確かに直せるところを直しました。" live="status">
          <p>直す前のファイルは、送信するまで残しています。</p>
          {shown === undefined ? null : <MendingList files={shown} />}
          <div className="row">
            {shown === undefined ? (
              <Button onPress={show.run} pending={show.pending}>
                直したところを見る
              </Button>
            ) : null}
            <Button look="quiet" onPress={unmend.run} pending={unmend.pending}>
              直す前に戻す
            </Button>
          </div>
        </Notice>
      ) : null}
      {canMend(set) ? (
        <div className="row">
          <Button icon="check" onPress={ask.run} pending={ask.pending}>
            直せるところを直す
          </Button>
          <span className="soft">何をどう直すかを、先にお見せします。</span>
        </div>
      ) : null}
      <Failure
        title="直せませんでした"
        error={ask.error ?? mend.error ?? show.error ?? unmend.error}
        otherSide={theApp}
      />
      <ConfirmDialog
        open={asked !== undefined}
        look="primary"
        title="試しに直してみました"
        doIt="このように直す"
        pending={mend.pending}
        onDoIt={mend.run}
        onClose={() => {
          setAsked(undefined);
        }}
      >
        <MendingList files={asked ?? []} />
        <p className="soft">
          まだ何も変わっていません。直すのは、正しい形が確かなところだけです。お手もとのファイルは変わらず、あとで元に戻すこともできます。
        </p>
      </ConfirmDialog>
    </>
  );
}

/** Whether something in the files of a set is certain to be put right, and was not yet. */
function canMend({ files }: TraySet): boolean {
  return files.some(
    ({ mended, findings }) => !mended && findings.some(({ mend }) => mend?.certain === true),
  );
}
