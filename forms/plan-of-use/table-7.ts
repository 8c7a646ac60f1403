import { printedTable7, type UserPlan } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack } from "../paper/stack.ts";
import { callUser } from "../words/care-user.ts";
import { dateText, monthText } from "../words/dates.ts";
import { distinct } from "../words/distinct.ts";
import { amountsTable } from "./amounts.ts";
import { shortStayDays } from "./short-stay.ts";
import { typeLimits } from "./type-limits.ts";

const open = { ruled: "none", valign: "middle", padding: 0.5 } as const;

/** 第7表 サービス利用票別表: what the services of a month come to, and the limits. A4 landscape. */
export function drawAnnex(plan: UserPlan): Form {
  const { table7, supplement } = plan;
  return onPages({
    title: "第7表　サービス利用票別表",
    about: `${callUser(plan)}　${monthText(plan.month)}分`,
    paper: a4Landscape,
    top: stack([titleLine(plan), space(1.5)]),
    body: stack([
      cell("区分支給限度管理・利用者負担計算", { ...open, size: 9.5 }),
      amountsTable(table7, supplement?.record.limitUnits),
      space(3),
      cell("種類別支給限度管理", { ...open, size: 9.5 }),
      typeLimits(supplement?.record),
      space(3),
      shortStayDays(table7, supplement?.record),
    ]),
  });
}

function titleLine(plan: UserPlan): Content {
  const rows = plan.table7 === undefined ? [] : printedTable7(plan.table7);
  const created = distinct(rows.map(({ record }) => dateText(record.createdOn)));
  return stack([
    beside(
      [60, cell("第７表", { ...open, size: 11 })],
      [
        157,
        cell(`${monthText(plan.month)}分　サービス利用票別表`, {
          ...open,
          size: 14,
          align: "center",
        }),
      ],
      [60, cell(`作成年月日　${created}`, { ...open, align: "right" })],
    ),
    cell(`被保険者番号　${plan.insuredNumber}　　利用者名　${plan.name ?? ""}　様`, {
      ...open,
      size: 9.5,
    }),
  ]);
}
