import { basicsOf, type PreventivePlan, type PreventivePlanDocument } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { RecordFacts } from "./RecordFacts.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { ofCareUser, ofParent } from "./sheet-head.ts";
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
  const annex = issues.flatMap(({ supports }) => supports.flatMap(({ services }) => services));
  return (
    <>
      {plan === undefined ? null : (
        <section className="stack">
          <h4>介護予防サービス・支援計画書</h4>
          <RecordFacts kind="UPYOBO" record={plan.record} without={ofCareUser} />
        </section>
      )}
      <RecordTable
        caption="別表 課題・目標・支援計画"
        kind="UPYOBO_SUB"
        rows={annex}
        without={ofParent}
      />
      {basicsOf(document, preventivePlan).map((user) => (
        <UserBasicsSheet key={user.consultedOn} user={user} pictures={pictures} />
      ))}
    </>
  );
}
