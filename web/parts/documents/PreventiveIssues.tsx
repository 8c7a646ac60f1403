import type { FileRow, PreventiveIssue, PreventiveSupport } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { RecordFacts } from "./RecordFacts.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { ofParent } from "./sheet-head.ts";

type Key = keyof FileRow<"UPYOBO_SUB">["record"];

const ofServices: readonly Key[] = [
  "serviceNo",
  "serviceCategory",
  "serviceProvider",
  "servicePeriod",
];
const ofIssue: readonly Key[] = ["overallIssue", "goalProposal", "wishes", "goal"];
const ofSupport: readonly Key[] = ["supportPoint", "selfCareAndInformal", "insuredServices"];
const numbers: readonly Key[] = ["issueNo", "supportNo"];

/** 支援計画の別表: issues, for each its supports, for each its services. */
export function PreventiveIssues({
  issues,
}: {
  readonly issues: readonly PreventiveIssue[];
}): ReactNode {
  return (
    <ol className="needs">
      {issues.map(({ supports, ...issue }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and does not move
        <li key={at} className="needs-need">
          <p className="soft small">課題{issue.no ?? at + 1}</p>
          <RecordFacts
            kind="UPYOBO_SUB"
            record={issue}
            without={[...ofSupport, ...ofServices, ...numbers]}
          />
          {supports.map((support, nth) => (
            <Support
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and does not move
              key={nth}
              support={support}
              name={`課題${issue.no ?? at + 1}の利用サービス ${nth + 1}`}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Support({
  support: { services, ...support },
  name,
}: {
  readonly support: PreventiveSupport;
  readonly name: string;
}): ReactNode {
  return (
    <div className="needs-goal">
      <RecordFacts
        kind="UPYOBO_SUB"
        record={support}
        without={[...ofIssue, ...ofServices, ...numbers]}
      />
      <RecordTable
        caption={name}
        kind="UPYOBO_SUB"
        rows={services}
        without={[...ofParent, ...ofIssue, ...ofSupport, ...numbers]}
      />
    </div>
  );
}
