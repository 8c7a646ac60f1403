import type { CarePlan } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { NeedList } from "./NeedList.tsx";
import { RecordFacts } from "./RecordFacts.tsx";
import { ofCareUser } from "./sheet-head.ts";
import { WeekTable } from "./WeekTable.tsx";

/** 居宅サービス計画書 of one care user: tables 1 to 3 and who the user is. */
export function CarePlanSheet({ plan }: { readonly plan: CarePlan }): ReactNode {
  const { table1, needs, week, supplement } = plan;
  return (
    <>
      {table1 === undefined ? null : (
        <section className="stack">
          <h4>第1表</h4>
          <RecordFacts kind="UP1KYO" record={table1.record} without={ofCareUser} />
        </section>
      )}
      {needs.length === 0 ? null : (
        <section className="stack">
          <h4>第2表 課題・目標・サービス</h4>
          <NeedList needs={needs} />
        </section>
      )}
      {week === undefined ? null : (
        <section className="stack">
          <h4>第3表</h4>
          <WeekTable week={week} />
        </section>
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
