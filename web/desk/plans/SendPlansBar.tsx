import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { hasError, type PreparedSet } from "./prepare-plans.ts";

interface SendPlansBarProps {
  readonly sets: readonly PreparedSet[];
  readonly pending: boolean;
  readonly onSend: (ready: readonly PreparedSet[]) => void;
}

/** The one button that sends the plans to all partners, and to how many. */
export function SendPlansBar({ sets, pending, onSend }: SendPlansBarProps): ReactNode {
  const ready = sets.filter((set) => set.canReceive && !hasError(set));
  const faulty = sets.some(hasError);
  const away = officesIn(sets.filter(({ canReceive }) => !canReceive));
  const canSend = ready.length > 0 && !faulty;
  return (
    <div className={`send-bar ${canSend ? "send-bar-ready" : ""}`}>
      <p>
        <strong>
          {faulty
            ? "直すところがあるため、送れません。"
            : ready.length === 0
              ? "送れる事業所がありません。"
              : `${officesIn(ready)}か所の事業所へ送ります。`}
        </strong>
        {away === 0 ? null : (
          <span className="soft">
            {` ${away}か所はこのネットワークで受け取れないため、ファイルか紙で渡してください。`}
          </span>
        )}
      </p>
      <Button
        look="primary"
        icon="send"
        disabled={!canSend}
        pending={pending}
        onPress={() => {
          onSend(ready);
        }}
      >
        予定を送る
      </Button>
    </div>
  );
}

function officesIn(sets: readonly PreparedSet[]): number {
  return new Set(sets.map(({ receiver }) => receiver.office)).size;
}
