import type { CorporationOffice } from "@tsunagi/contract/exchange";
import { holds } from "../../parts/words/found.ts";
import { concernsOf } from "./concerns.ts";

/** In which order the offices stand. */
export const orders = [
  ["number", "事業所番号の順"],
  ["name", "事業所名の順"],
  ["licence", "利用期間の終わりが近い順"],
  ["certificate", "電子証明書の期限が近い順"],
] as const;
export type Order = (typeof orders)[number][0];

/** Which offices are asked for, and in which order. */
export interface Wishes {
  readonly words: string;
  readonly which: "all" | "concerned";
  readonly order: Order;
}

export const noWishes: Wishes = { words: "", which: "all", order: "number" };

/** The offices that are asked for, in order. */
export function shownOffices(
  offices: readonly CorporationOffice[],
  { words, which, order }: Wishes,
  now: Date,
): readonly CorporationOffice[] {
  return offices
    .filter(({ office }) => holds([office.name, office.number], words))
    .filter((office) => which === "all" || concernsOf(office, now).length > 0)
    .toSorted(compare[order]);
}

type Compare = (a: CorporationOffice, b: CorporationOffice) => number;

const byNumber: Compare = (a, b) => (a.office.number < b.office.number ? -1 : 1);
const japanese = new Intl.Collator("ja-JP");
/** After every day there is. */
const never = "9999";

const compare: Readonly<Record<Order, Compare>> = {
  number: byNumber,
  name: (a, b) => japanese.compare(a.office.name, b.office.name) || byNumber(a, b),
  licence: earliest(({ licence }) => licence?.until ?? never),
  certificate: earliest(({ certificateUntil }) => certificateUntil ?? never),
};

function earliest(dayOf: (office: CorporationOffice) => string): Compare {
  return (a, b) => {
    const [first, second] = [dayOf(a), dayOf(b)];
    if (first === second) return byNumber(a, b);
    return first < second ? -1 : 1;
  };
}
