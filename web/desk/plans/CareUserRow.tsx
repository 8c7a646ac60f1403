import type { KeptCareUser } from "@tsunagi/contract/desk";
import { meaningOf } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "../../parts/look/Badge.tsx";
import type { IconName } from "../../parts/look/Icon.tsx";
import { usePlanMonth } from "./plan-month.ts";
import { planAddress } from "./plan-places.ts";
import type { PlanStanding, PlanState } from "./plan-state.ts";

interface CareUserRowProps {
  readonly careUser: KeptCareUser;
  readonly state: PlanState;
}

const standings: {
  readonly [Standing in PlanStanding]: readonly [BadgeTone, string, IconName?];
} = {
  none: ["quiet", "未作成"],
  faulty: ["bad", "直すところあり", "alert"],
  ready: ["good", "送れます", "check"],
  sent: ["quiet", "送信済み", "send"],
  changed: ["warn", "送ったあとに変更", "alert"],
  withdrawn: ["warn", "送ったあとに取りやめ", "alert"],
};

/** A care user of the month, leading to the plan. */
export function CareUserRow({ careUser: { id, details }, state }: CareUserRowProps): ReactNode {
  const { month } = usePlanMonth();
  const { standing, account } = state;
  const [tone, words, icon] = standings[standing];
  return (
    <li className="plan-row">
      <a className="plan-row-name" href={planAddress(month, id)}>
        <span>{details.name} 様</span>
        <span className="soft small">{details.nameKana}</span>
      </a>
      <span className="small">{levelInWords(details.careLevel)}</span>
      <span className="small plan-row-units">
        {account === undefined
          ? `限度額 ${units(details.limitUnits)}`
          : `${units(account.managed)} / ${units(account.payer.limitUnits)}`}
        {account === undefined || account.excess === 0 ? null : (
          <Badge tone="warn" icon="alert">{`${units(account.excess)}超過`}</Badge>
        )}
      </span>
      <Badge tone={tone} {...(icon && { icon })}>
        {words}
      </Badge>
    </li>
  );
}

export function levelInWords(careLevel: string | undefined): string {
  return careLevel === undefined
    ? "要介護度なし"
    : (meaningOf("careLevel", careLevel) ?? careLevel);
}

/** `12,345単位`. */
export function units(count: number): string {
  return `${count.toLocaleString("ja-JP")}単位`;
}
