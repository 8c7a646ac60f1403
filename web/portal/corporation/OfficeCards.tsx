import type { CorporationOffice } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { ConcernList } from "./ConcernList.tsx";
import { concernsOf } from "./concerns.ts";
import { LicenceBadge } from "./LicenceBadge.tsx";
import { Lines } from "./Lines.tsx";
import { OfficeHead } from "./OfficeTable.tsx";
import { certificateWords, feeWords, periodWords, renewalWords } from "./office-words.ts";

/** The offices one beneath the other, for narrow windows: what the table says of each. */
export function OfficeCards({
  offices,
  now,
}: {
  readonly offices: readonly CorporationOffice[];
  readonly now: Date;
}): ReactNode {
  return (
    <ul className="stack" aria-label="事業所の利用状況">
      {offices.map((office) => (
        <li key={office.office.number}>
          <Card>
            <div className="spread">
              <OfficeHead office={office} />
              <LicenceBadge office={office} />
            </div>
            <Concerns of={office} now={now} />
            {office.licence === null ? null : (
              <Facts
                facts={[
                  ["利用期間", <Lines key="period" of={periodWords(office.licence)} />],
                  ["利用料", <Lines key="fee" of={feeWords(office.licence)} />],
                  ["更新", <Lines key="renewal" of={renewalWords(office)} />],
                  ["電子証明書", certificateWords(office)],
                ]}
              />
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** Where all is well nothing is said: the card has no place for it as the table has. */
function Concerns({ of, now }: { readonly of: CorporationOffice; readonly now: Date }): ReactNode {
  const concerns = concernsOf(of, now);
  return concerns.length === 0 ? null : <ConcernList concerns={concerns} />;
}
