import type { CareGoal, CareNeed } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { RecordTable } from "./RecordTable.tsx";

/** 第2表: needs, for each its goals, for each its services. */
export function NeedList({ needs }: { readonly needs: readonly CareNeed[] }): ReactNode {
  return (
    <ol className="needs">
      {needs.map((need, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and does not move
        <li key={at} className="needs-need">
          <p className="needs-title as-written">
            <span className="soft small">課題{need.no ?? at + 1}</span>
            <strong>{need.need ?? "（課題の記載なし）"}</strong>
          </p>
          {need.goals.map((goal, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and does not move
            <Goal key={nth} goal={goal} name={`課題${need.no ?? at + 1}の援助内容 ${nth + 1}`} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Goal({ goal, name }: { readonly goal: CareGoal; readonly name: string }): ReactNode {
  const services = goal.services.map(({ row, record, content }) => ({
    row,
    record: { ...record, serviceContent: content },
  }));
  return (
    <div className="needs-goal">
      <dl className="record-facts">
        <GoalFact name="長期目標" goal={goal.longTermGoal} period={goal.longTermPeriod} />
        <GoalFact name="短期目標" goal={goal.shortTermGoal} period={goal.shortTermPeriod} />
      </dl>
      <RecordTable caption={name} kind="UP2KYO" rows={services} without={aboveServices} />
    </div>
  );
}

/** What stands above the services, with the plan, the need and the goals. */
const aboveServices = [
  "insurerNumber",
  "insuredNumber",
  "createdOn",
  "planChangedOn",
  "needNo",
  "need",
  "goalNo",
  "longTermGoal",
  "shortTermGoal",
  "longTermPeriod",
  "shortTermPeriod",
  "supportNo",
];

function GoalFact({
  name,
  goal,
  period,
}: {
  readonly name: string;
  readonly goal: string | undefined;
  readonly period: string | undefined;
}): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="as-written">
        {goal ?? "（記載なし）"}
        {period === undefined ? null : <span className="soft"> （期間 {period}）</span>}
      </dd>
    </div>
  );
}
