import type { UserPlan, UserResults } from "@tsunagi/standard";
import { space } from "../paper/drawing.ts";
import { firm } from "../paper/firm.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack } from "../paper/stack.ts";
import { callUser } from "../words/care-user.ts";
import { monthText } from "../words/dates.ts";
import { whosePage } from "../words/whose-page.ts";
import { monthGrid } from "./month-grid.ts";
import { type Slip, slipOfPlan, slipOfResults } from "./slip.ts";
import { slipHead, slipTitle } from "./slip-head.ts";

/** 第6表 サービス利用票 as the plan of a month: what is planned stands in the rows 予定. A4 landscape. */
export function drawPlanSlip(plan: UserPlan): Form {
  return drawSlip(slipOfPlan(plan));
}

/** 第6表 サービス利用票 as the record of a month: what was given stands in the rows 実績. A4 landscape. */
export function drawResultsSlip(results: UserResults): Form {
  return drawSlip(slipOfResults(results));
}

function drawSlip(slip: Slip): Form {
  return onPages({
    title: `第6表　サービス利用票（${slip.says}）`,
    about: `${callUser(slip)}　${monthText(slip.month)}分`,
    paper: a4Landscape,
    top: stack([slipTitle(slip), space(1)]),
    body: stack([firm(slipHead(slip)), space(1.5), monthGrid(slip)]),
    foot: whosePage(slip),
  });
}
