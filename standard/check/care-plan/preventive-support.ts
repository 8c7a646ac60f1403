import { columnsOf } from "../../layout/columns.ts";
import type { PlanKey } from "../keys.ts";
import type { StartRowRules } from "../row-rules.ts";
import { Outline } from "./outline.ts";
import { PlanKeys } from "./plan-keys.ts";

const column = columnsOf("UPYOBO_SUB");
const levels = [column.issueNo, column.supportNo, column.serviceNo];

/** The text of each level but the lowest, which stands in its first row only. */
const texts = [
  [column.overallIssue, column.goalProposal, column.wishes, column.goal],
  [column.supportPoint, column.selfCareAndInformal, column.insuredServices],
];

/** The annex of the preventive plan 支援計画: issues › supports › services, each text in its first row only. */
export const preventiveSupportRules: StartRowRules = (context) => {
  const { fields, findings } = context;
  const keys = new PlanKeys(context);
  const outline = new Outline(levels);
  let plan: PlanKey | undefined;
  let nextRow = 1;

  return {
    row: (values, number, sound) => {
      const key = keys.keyOf(values, sound);
      if (key !== plan) outline.begin();
      if (number !== nextRow || key === undefined || !sound) outline.lose();
      nextRow = number + 1;
      if (key !== undefined && key !== plan) {
        const first = keys.note(key, number);
        if (first !== undefined) findings.report("rows-apart", { first }, { row: number });
      }
      plan = key;
      if (key !== undefined && sound) checkRow(values, number);
    },
    end: () => keys.facts(),
  };

  function checkRow(values: readonly string[], number: number): void {
    const { changed, order } = outline.step(values);
    if (order === "falling") {
      const field = fields[levels[changed] ?? 0];
      findings.report("annex-out-of-order", undefined, { row: number, field });
    }
    if (order === "same") {
      findings.report("number-twice", undefined, { row: number, field: fields[column.serviceNo] });
    }
    texts.forEach((columns, level) => {
      if (changed <= level) return;
      const repeated = columns.find((at) => values[at] !== "");
      if (repeated === undefined) return;
      const field = fields[repeated];
      findings.report("annex-text-repeated", { name: field?.[2] ?? "" }, { row: number, field });
    });
  }
};
