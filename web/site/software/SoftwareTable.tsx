import "./software.css";
import type { CareSoftware } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { ranges } from "./filter.ts";

/** Product, vendor, and what it reads and writes. */
export function SoftwareTable({
  software,
}: {
  readonly software: readonly CareSoftware[];
}): ReactNode {
  return (
    <table className="software-table">
      <caption className="unseen">介護ソフト一覧</caption>
      <thead>
        <tr>
          <th scope="col">介護ソフト名</th>
          <th scope="col">提供会社名</th>
          {ranges.map(([range, name, tables]) => (
            <th key={range} scope="col" className="software-mark">
              {name}
              <span className="software-tables">（{tables}）</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {software.map((one) => (
          <tr key={`${one.vendor}\n${one.product}`}>
            <th scope="row">{one.product}</th>
            <td>{one.vendor}</td>
            {ranges.map(([range]) => (
              <td key={range} className="software-mark">
                {one[range] ? (
                  <span className="software-yes">
                    <span aria-hidden="true">○</span>
                    <span className="unseen">対応</span>
                  </span>
                ) : (
                  <span className="soft">
                    <span aria-hidden="true">－</span>
                    <span className="unseen">対応していません</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
