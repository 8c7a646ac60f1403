import {
  type Account,
  type Annex,
  annexOf,
  annexRecords,
  type PlannedUser,
  parseDate,
  parseOfficeNumber,
  stayDaysOf,
} from "@tsunagi/standard";
import { type ReactNode, useMemo } from "react";
import { AnnexTable } from "../../parts/documents/AnnexTable.tsx";

interface AnnexPreviewProps {
  readonly plan: PlannedUser;
  readonly account: Account;
}

/** 第7表 as it would be sent now. */
export function AnnexPreview({ plan, account }: AnnexPreviewProps): ReactNode {
  const annex = useMemo(() => annexNow(plan, account), [plan, account]);
  const names = new Map(plan.draft.lines.map(({ service }) => [service.code, service.name]));
  return (
    <AnnexTable
      caption="第7表（サービス利用票別表）"
      annex={annex}
      nameOf={(code) => names.get(code)}
    />
  );
}

/** Who wrote it, and when, is not shown. */
function annexNow({ user, draft }: PlannedUser, account: Account): Annex {
  const { insurerNumber, insuredNumber } = user;
  const stay = stayDaysOf(draft);
  const records = annexRecords(account, {
    insurerNumber,
    insuredNumber,
    createdOn: parseDate(`${draft.month}01`),
    month: draft.month,
    planner: parseOfficeNumber("0000000000"),
    ...(stay && { stay }),
  });
  return annexOf(
    draft.month,
    records.map((record, at) => ({ row: at + 1, record })),
  );
}
