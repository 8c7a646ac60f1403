import type { CodeSent } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { useAction } from "../../parts/state/use-action.ts";
import { theCentre } from "../api.ts";
import { useCountdown } from "./use-countdown.ts";

interface SendAgainProps {
  readonly sent: CodeSent;
  readonly send: () => Promise<CodeSent>;
  readonly onSent: (sent: CodeSent) => void;
}

/** For who got no mail: another code, once the time for it has come. */
export function SendAgain({ sent, send, onSent }: SendAgainProps): ReactNode {
  const [round, setRound] = useState(0);
  const left = useCountdown(sent.againAfterSeconds, round);
  const again = useAction(async () => {
    onSent(await send());
    setRound((before) => before + 1);
  });
  return (
    <div className="stack-narrow">
      <p className="soft small">
        届かないときは、迷惑メールのフォルダーをご確認ください。もう一度送ると、前のコードは使えなくなります。
      </p>
      <div>
        <Button look="quiet" disabled={left > 0} pending={again.pending} onPress={again.run}>
          {left > 0 ? `もう一度送る (あと${left}秒)` : "もう一度送る"}
        </Button>
      </div>
      <Failure title="送れませんでした" error={again.error} otherSide={theCentre} />
    </div>
  );
}
