import "./set-card.css";
import type { TraySet } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import type { Action } from "../../parts/state/use-action.ts";

interface SendBarProps {
  readonly sets: readonly TraySet[];
  readonly sending: Action<[readonly string[]]>;
  /** Files are still being put on the tray. */
  readonly busy: boolean;
}

/** The one main action of the page and what it will do; in sight as long as there is something to send. */
export function SendBar({ sets, sending, busy }: SendBarProps): ReactNode {
  const ready = sets.filter(({ sendable }) => sendable);
  const held = sets.length - ready.length;
  return (
    <div className={`send-bar ${ready.length === 0 ? "" : "send-bar-ready"}`}>
      <p>
        {ready.length === 0 ? (
          <strong>送れるものがありません。</strong>
        ) : (
          <strong>{receivers(ready)}</strong>
        )}
        {held === 0 ? null : (
          <span className="soft"> {held}件は直すところがあるため、送らずに残します。</span>
        )}
      </p>
      <Button
        look="primary"
        icon="send"
        disabled={ready.length === 0 || busy}
        pending={sending.pending}
        onPress={() => {
          sending.run(ready.map(({ setId }) => setId));
        }}
      >
        {ready.length}件を送信する
      </Button>
    </div>
  );
}

function receivers(sets: readonly TraySet[]): string {
  const names = [...new Set(sets.map(({ to }) => to.name ?? to.number))];
  const [first, ...others] = names;
  return others.length === 0
    ? `${first}へ送ります。`
    : `${first}ほか${others.length}か所へ送ります。`;
}
