import type { ComparedUser, LimitUse, SideNames, Totals } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Badge } from "../../parts/look/Badge.tsx";

const figure = new Intl.NumberFormat("ja-JP");
const signedFigure = new Intl.NumberFormat("ja-JP", { signDisplay: "exceptZero" });

/** What a care user's month comes to on both sides, what lies between, and how it stands against the limit. */
export function factsOf(
  { totals: { before, after }, limit, standsIn }: ComparedUser,
  names: SideNames,
): readonly (readonly [string, ReactNode])[] {
  const between: readonly (readonly [string, ReactNode])[] =
    standsIn === "both" ? [["差", difference(before, after)]] : [];
  return [
    [`${names.before}の合計`, sumOf(before)],
    [`${names.after}の合計`, sumOf(after)],
    ...between,
    ...(limit === undefined
      ? []
      : [["区分支給限度額", <Limit key="limit" use={limit} />] as const]),
  ];
}

function sumOf({ count, units }: Totals): string {
  return `${figure.format(count)}回　${figure.format(units)}単位`;
}

function difference(before: Totals, after: Totals): string {
  const [count, units] = [after.count - before.count, after.units - before.units];
  return `${signedFigure.format(count)}回　${signedFigure.format(units)}単位`;
}

function Limit({ use: { limit, managed, outstanding } }: { readonly use: LimitUse }): ReactNode {
  const rest = limit - managed;
  return (
    <span className="row">
      <span>
        {figure.format(limit)}単位のうち {figure.format(managed)}単位
        {outstanding ? "（ほかの事業所は予定の単位数）" : ""}
      </span>
      {rest < 0 ? (
        <Badge tone="bad" icon="alert">
          {figure.format(-rest)}単位こえています
        </Badge>
      ) : (
        <span className="soft">あと {figure.format(rest)}単位</span>
      )}
    </span>
  );
}
