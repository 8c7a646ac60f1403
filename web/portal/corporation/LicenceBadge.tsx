import type { CorporationOffice } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Badge } from "../../parts/look/Badge.tsx";
import { licenceWord } from "./office-words.ts";

/** Whether the office may use the system, in a word. */
export function LicenceBadge({ office }: { readonly office: CorporationOffice }): ReactNode {
  const { licence } = office;
  if (licence === null) return <Badge tone="quiet">{licenceWord(office)}</Badge>;
  if (licence.state === "active") {
    return (
      <Badge tone="good" icon="check">
        {licenceWord(office)}
      </Badge>
    );
  }
  return (
    <Badge tone="bad" icon="alert">
      {licenceWord(office)}
    </Badge>
  );
}
