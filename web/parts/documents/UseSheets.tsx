import type { UserPlan, UserResults } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { AnnexTable } from "./AnnexTable.tsx";
import { MonthGrid } from "./MonthGrid.tsx";
import { RecordFacts } from "./RecordFacts.tsx";
import { ofCareUser } from "./sheet-head.ts";

/** サービス利用票 of one care user: tables 6 and 7 and who the user is. */
export function UserPlanSheet({ plan }: { readonly plan: UserPlan }): ReactNode {
  const { table6, table7, supplement } = plan;
  return (
    <>
      {table6 === undefined ? null : (
        <MonthGrid caption="第6表 サービス利用票（予定）" table={table6} />
      )}
      {table7 === undefined ? null : (
        <AnnexTable caption="第7表 サービス利用票別表" annex={table7} />
      )}
      {supplement === undefined ? null : (
        <section className="stack">
          <h4>利用者補足情報</h4>
          <RecordFacts kind="UPHOSOKU" record={supplement.record} without={ofCareUser} />
        </section>
      )}
    </>
  );
}

/** 実績 of one care user. */
export function UserResultsSheet({ results }: { readonly results: UserResults }): ReactNode {
  return <MonthGrid caption="第6表 サービス利用票（実績）" table={results.table6} />;
}
