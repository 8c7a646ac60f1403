import "./corporation.css";
import type { CorporationOffice } from "@tsunagi/contract/exchange";
import { serviceTypeName } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { ConcernList } from "./ConcernList.tsx";
import { concernsOf } from "./concerns.ts";
import { LicenceBadge } from "./LicenceBadge.tsx";
import { Lines } from "./Lines.tsx";
import { certificateWords, feeWords, periodWords, renewalWords } from "./office-words.ts";

interface OfficesProps {
  readonly offices: readonly CorporationOffice[];
  readonly now: Date;
}

/** The offices in a table, for wide windows. */
export function OfficeTable({ offices, now }: OfficesProps): ReactNode {
  return (
    <table className="corporation-table corporation-offices">
      <caption className="unseen">事業所の利用状況</caption>
      <thead>
        <tr>
          <th scope="col">事業所</th>
          <th scope="col">ライセンス</th>
          <th scope="col">利用料</th>
          <th scope="col">更新</th>
          <th scope="col">電子証明書</th>
          <th scope="col">確かめること</th>
        </tr>
      </thead>
      <tbody>
        {offices.map((office) => (
          <tr key={office.office.number}>
            <th scope="row">
              <OfficeHead office={office} />
            </th>
            <td>
              <LicenceBadge office={office} />
              {office.licence === null ? null : (
                <p className="small">
                  <Lines of={periodWords(office.licence)} />
                </p>
              )}
            </td>
            <td>{office.licence === null ? "－" : <Lines of={feeWords(office.licence)} />}</td>
            <td>
              <Lines of={renewalWords(office)} />
            </td>
            <td>{certificateWords(office)}</td>
            <td>
              <ConcernList concerns={concernsOf(office, now)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Name, number and services of an office. */
export function OfficeHead({
  office: { office, serviceTypes },
}: {
  readonly office: CorporationOffice;
}): ReactNode {
  return (
    <span className="corporation-office">
      <strong>{office.name}</strong>
      <span className="code small soft">{office.number}</span>
      <span className="small soft">
        {serviceTypes.map((type) => serviceTypeName(type) ?? type).join("、")}
      </span>
    </span>
  );
}
