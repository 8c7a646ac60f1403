import "./arrivals.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Icon } from "../../parts/look/Icon.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { arrivalSentence } from "../messages/lists.ts";

interface ArrivalsProps {
  readonly arrivals: readonly DeskMessage[];
  readonly onDismiss: () => void;
}

/** Tells of what arrives while the page is open. The live region is always there, so that it is read out. */
export function Arrivals({ arrivals, onDismiss }: ArrivalsProps): ReactNode {
  const [first, ...others] = arrivals;
  return (
    <div role="status" aria-label="到着のお知らせ" className="arrivals">
      {first === undefined ? null : (
        <div className="arrivals-card">
          <span className="arrivals-sign">
            <Icon name="bell" />
          </span>
          <p className="arrivals-text">{arrivalSentence(arrivals)}</p>
          <div className="row">
            <LinkButton
              href={others.length === 0 ? addressOf("received", first.id) : addressOf("received")}
            >
              {others.length === 0 ? "開いて見る" : "受信一覧で見る"}
            </LinkButton>
            <Button look="quiet" onPress={onDismiss} label="到着のお知らせを閉じる">
              閉じる
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
