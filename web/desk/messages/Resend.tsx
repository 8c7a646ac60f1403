import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";

/** Sends again what did not reach its receiver; where it has to be made anew, goes on to the new message. */
export function Resend({
  message,
  onDone,
}: {
  readonly message: DeskMessage;
  readonly onDone: (message: DeskMessage) => void;
}): ReactNode {
  const resend = useDeskAction(async () => {
    const renewed = await desk.resend({ params: { id: message.id } });
    if (renewed.id === message.id) onDone(renewed);
    else goTo(addressOf("sent", renewed.id), "replace");
  });
  return (
    <div className="stack">
      <Failure title="もう一度送れませんでした" error={resend.error} otherSide={theApp} />
      <div>
        <Button icon="send" onPress={resend.run} pending={resend.pending}>
          同じファイルをもう一度送る
        </Button>
      </div>
    </div>
  );
}
