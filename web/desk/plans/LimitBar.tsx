import type { Account } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Icon } from "../../parts/look/Icon.tsx";
import { units } from "./CareUserRow.tsx";

/** 区分支給限度: how many units are used of the limit, in a bar and in words. */
export function LimitBar({
  account: { managed, excess, payer },
}: {
  readonly account: Account;
}): ReactNode {
  const { limitUnits } = payer;
  const left = limitUnits - managed;
  return (
    <section
      className={`limit-bar ${excess > 0 ? "limit-bar-over" : ""}`}
      aria-label="区分支給限度"
    >
      <p className="limit-bar-words">
        <span>
          <strong>{units(managed)}</strong> / 限度額 {units(limitUnits)}
        </span>
        <span aria-live="polite">
          {excess > 0 ? (
            <strong className="limit-bar-excess">
              <Icon name="alert" />
              {`限度額を ${units(excess)} 超えています。超える分は全額利用者負担で、下の事業所から割り付けます。`}
            </strong>
          ) : (
            `あと ${units(left)}`
          )}
        </span>
      </p>
      <progress
        className="progress-bar"
        aria-hidden="true"
        value={Math.min(managed, limitUnits)}
        max={Math.max(limitUnits, 1)}
      />
    </section>
  );
}
