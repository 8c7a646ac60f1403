import type { PreventivePlan } from "@tsunagi/standard";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { a4Landscape, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack } from "../paper/stack.ts";
import { callUser } from "../words/care-user.ts";
import { dateText } from "../words/dates.ts";
import { whosePage } from "../words/whose-page.ts";
import { assessment } from "./assessment.ts";
import { checklist } from "./checklist.ts";
import { goals, planHead } from "./plan-head.ts";
import { closing, health, policies } from "./policies.ts";
import { supportTable } from "./support-table.ts";

/** 介護予防サービス・支援計画書 with its annex, A4 landscape. */
export function drawPreventivePlan(plan: PreventivePlan): Form {
  const record = plan.plan?.record;
  return onPages({
    title: "介護予防サービス・支援計画書",
    about: `${callUser(plan)}　${dateText(plan.planChangedOn)}作成`,
    paper: a4Landscape,
    top: cell("介護予防サービス・支援計画書", {
      ruled: "none",
      size: 14,
      align: "center",
      padding: 1,
    }),
    body: stack([
      planHead(plan),
      space(1.5),
      goals(record),
      space(1.5),
      assessment(record),
      health(record),
      space(2),
      supportTable(plan.issues),
      space(2),
      policies(record),
      space(1.5),
      checklist(record),
      space(1.5),
      closing(record),
    ]),
    foot: whosePage(plan),
  });
}
