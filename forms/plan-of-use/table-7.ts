import { printedTable7, type UserPlan } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack, table } from "../paper/stack.ts";
import { callUser } from "../words/care-user.ts";
import { dateText, monthText } from "../words/dates.ts";
import { distinct } from "../words/distinct.ts";
import { whosePage } from "../words/whose-page.ts";
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
    top: titleLine(plan),
    body: stack([
      whoseAndWhen(plan),
      space(1.5),
      titled(
        "区分支給限度管理・利用者負担計算",
        amountsTable(table7, supplement?.record.limitUnits),
      ),
      space(3),
      titled("種類別支給限度管理", typeLimits(supplement?.record)),
      space(3),
      titled("要介護認定期間中の短期入所利用日数", shortStayDays(table7, supplement?.record)),
    ]),
    foot: whosePage(plan),
  });
}

/** A part of the form under its title, which stands again where the part goes on over the page. */
function titled(title: string, part: Content): Content {
  return table(cell(title, { ...open, size: 9.5 }), [part]);
}

function titleLine({ month }: UserPlan): Content {
  return beside(
    [60, cell("第７表", { ...open, size: 11 })],
    [
      157,
      cell(`${monthText(month)}分　サービス利用票別表`, { ...open, size: 14, align: "center" }),
    ],
    [60, space(0)],
  );
}

function whoseAndWhen({ insuredNumber, name = "", table7 }: UserPlan): Content {
  const rows = table7 === undefined ? [] : printedTable7(table7);
  const created = distinct(rows.map(({ record }) => dateText(record.createdOn)));
  return beside(
    [187, cell(`被保険者番号　${insuredNumber}　　利用者名　${name}　様`, { ...open, size: 9.5 })],
    [90, cell(`作成年月日　${created}`, { ...open, align: "right" })],
  );
}
