import "./corporation.css";
import type { Deduction } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { monthInEra } from "../../parts/words/japanese-date.ts";
import { yen } from "../licence/licence-words.ts";

/** 差し引かれる利用料: of all the corporation's offices together, month by month. */
export function Deductions({
  deductions,
}: {
  readonly deductions: readonly Deduction[];
}): ReactNode {
  return (
    <Card title="介護給付費から差し引かれる利用料">
      {deductions.length === 0 ? (
        <p>この1年と、これから差し引かれる利用料はありません。</p>
      ) : (
        <table className="corporation-table corporation-sums">
          <caption className="unseen">月ごとに差し引かれる利用料</caption>
          <thead>
            <tr>
              <th scope="col">差し引かれる月</th>
              <th scope="col" className="corporation-number">
                事業所
              </th>
              <th scope="col" className="corporation-number">
                利用料 (税込)
              </th>
            </tr>
          </thead>
          <tbody>
            {deductions.map(({ month, offices, feeYen }) => (
              <tr key={month}>
                <th scope="row">{monthInEra(month)}</th>
                <td className="corporation-number">{offices}件</td>
                <td className="corporation-number">{yen(feeYen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft small">
        この1年と、これからの月です。いまの事業所の、申し込みが済んだ分の見込みで、自動で更新される先の分は入っていません。
      </p>
    </Card>
  );
}
