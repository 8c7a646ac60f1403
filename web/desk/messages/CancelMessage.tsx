import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";

interface CancelMessageProps {
  readonly message: DeskMessage;
  readonly onCancelled: (message: DeskMessage) => void;
}

/** Takes a message back, before the partner has received it. */
export function CancelMessage({ message, onCancelled }: CancelMessageProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const cancel = useDeskAction(async () => {
    const cancelled = await desk.cancel({ params: { id: message.id } }).finally(() => {
      setAsking(false);
    });
    onCancelled(cancelled);
  });

  return (
    <div className="stack">
      <Failure title="取り消せませんでした" error={cancel.error} otherSide={theApp} />
      <div className="row">
        <Button
          look="danger"
          onPress={() => {
            setAsking(true);
          }}
        >
          送信を取り消す
        </Button>
        <span className="soft">相手が受信するまでは、取り消せます。</span>
      </div>
      <ConfirmDialog
        open={asking}
        title="この送信を取り消しますか"
        doIt="取り消す"
        leave="取り消さない"
        pending={cancel.pending}
        onDoIt={cancel.run}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>
          {message.partner.name} あての「{message.title}
          」を取り消します。相手には届かなくなります。元に戻すことはできませんが、同じファイルをもう一度送ることはできます。
        </p>
      </ConfirmDialog>
    </div>
  );
}
