import type { LicenceYear } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { deduction, period, yen } from "./licence-words.ts";

/** 利用の履歴: every year of the licence, the latest first. */
export function YearsCard({ years }: { readonly years: readonly LicenceYear[] }): ReactNode {
  return (
    <Card title="利用の履歴">
      <ol className="stack" reversed>
        {years.map((year) => (
          <li key={year.from}>
            <h3>{period(year)}</h3>
            <Facts
              facts={[
                ["利用料", `${yen(year.feeYen)} (税込)`],
                ["お支払い", deduction(year)],
                ["申請した日時", <Moment key="at" at={year.appliedAt} />],
                ["利用規約", `${year.termsEdition} 版`],
              ]}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
