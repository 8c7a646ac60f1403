import { columnsOf } from "../../layout/columns.ts";
import type { StartRowRules } from "../row-rules.ts";
import { dateOrder } from "./date-order.ts";
import { otherText } from "./other-text.ts";
import { PlanKeys } from "./plan-keys.ts";

const column = columnsOf("UP1KYO");

/** Table 1: a plan once per key, by the office that sends it, with dates in order. */
export const table1Rules: StartRowRules = (context) => {
  const { fields, findings, fileName } = context;
  const keys = new PlanKeys(context);
  const checkDates = dateOrder("UP1KYO", context, [
    { earlier: "certifiedFrom", later: "certifiedTo" },
    { earlier: "firstPlanOn", later: "planChangedOn" },
  ]);
  const checkReason = otherText("UP1KYO", context, {
    choice: "homeHelpReason",
    other: "3",
    text: "homeHelpReasonOther",
  });
  return {
    row: (values, number, sound) => {
      keys.once(values, number, sound);
      if (!sound) return;
      checkDates(values, number);
      checkReason(values, number);
      const office = values[column.officeNumber] ?? "";
      if (fileName !== undefined && office !== fileName.sender.office) {
        const about = { office, sender: fileName.sender.office };
        findings.report("care-plan-office", about, {
          row: number,
          field: fields[column.officeNumber],
        });
      }
    },
    end: () => keys.facts(),
  };
};
