import { basicsOf, type PreventivePlan, type PreventivePlanDocument } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { PreventiveIssues } from "./PreventiveIssues.tsx";
import { RecordFacts } from "./RecordFacts.tsx";
import { ofCareUser } from "./sheet-head.ts";
import { UserBasicsSheet } from "./UserBasicsSheet.tsx";

interface PreventivePlanSheetProps {
  readonly plan: PreventivePlan;
  readonly document: PreventivePlanDocument;
  readonly pictures: readonly File[];
}

/** 介護予防サービス・支援計画書 of one care user, with its annex and the basics that were sent along. */
export function PreventivePlanSheet({
  plan: preventivePlan,
  document,
  pictures,
}: PreventivePlanSheetProps): ReactNode {
  const { plan, issues } = preventivePlan;
  return (
    <>
      {plan === undefined ? null : (
        <section className="stack">
          <h4>介護予防サービス・支援計画書</h4>
          <RecordFacts kind="UPYOBO" record={plan.record} without={ofCareUser} />
        </section>
      )}
      {issues.length === 0 ? null : (
        <section className="stack">
          <h4>別表 課題・目標・支援計画</h4>
          <PreventiveIssues issues={issues} />
        </section>
      )}
      {basicsOf(document, preventivePlan).map((user) => (
        <UserBasicsSheet key={user.consultedOn} user={user} pictures={pictures} />
      ))}
    </>
  );
}
