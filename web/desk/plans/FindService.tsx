import type { ServiceCode } from "@tsunagi/standard";
import { type ReactNode, useCallback } from "react";
import { desk } from "../api.ts";
import { serviceCodeOf } from "./find-codes.ts";
import { usePlanMonth } from "./plan-month.ts";
import { SearchList } from "./SearchList.tsx";

/** Finds a service in the table of the month, by code, name or reading. */
export function FindService({
  onPick,
}: {
  readonly onPick: (service: ServiceCode) => void;
}): ReactNode {
  const { month } = usePlanMonth();
  const search = useCallback(
    async (text: string, signal: AbortSignal) => {
      const found = await desk.searchServiceCodes({ query: { search: text, month } }, { signal });
      return found.codes.map(serviceCodeOf);
    },
    [month],
  );
  return (
    <SearchList
      label="サービス"
      hint="サービスコードのはじめ、名称、カナのどれかで探します。Enterで一番上を選びます。"
      atFirst={[]}
      search={search}
      keyOf={({ code }) => code}
      show={(service) => (
        <>
          <span className="code">{service.code}</span> {service.name}{" "}
          <span className="soft small">{priceOf(service)}</span>
        </>
      )}
      onPick={onPick}
    />
  );
}

const bases = { visit: "回", day: "日", month: "月", thing: "台", permille: "" } as const;

/** What a service costs, in units: `244単位/回`. */
export function priceOf({ basis, units, limit }: Pick<ServiceCode, "basis" | "units" | "limit">) {
  const outside = limit === "outside" ? "・限度額の対象外" : "";
  if (basis === "permille") return `${(units / 10).toFixed(1)}％の加算${outside}`;
  if (basis === "thing" && units === 0) return `単位数は用具ごと${outside}`;
  return `${units.toLocaleString("ja-JP")}単位/${bases[basis]}${outside}`;
}
