import { columnsOf } from "../../layout/columns.ts";
import type { StartRowRules } from "../row-rules.ts";
import { PlanKeys } from "./plan-keys.ts";

const column = columnsOf("UP3KYO");

const parts = [
  {
    name: "週間のサービス",
    columns: [column.service, column.weekday, column.serviceStart, column.serviceEnd],
  },
  {
    name: "日常の活動",
    columns: [column.activity, column.activityStart, column.activityEnd],
  },
  { name: "週単位以外のサービス", columns: [column.outsideTheWeek] },
] as const;

/** Table 3: each row is a service of the week, a daily activity, or a service outside the week. */
export const table3Rules: StartRowRules = (context) => {
  const { fields, findings } = context;
  const keys = new PlanKeys(context);
  return {
    row: (values, number, sound) => {
      const key = keys.keyOf(values, sound);
      if (key !== undefined) keys.note(key, number);
      if (!sound) return;
      const filled = parts.filter(({ columns }) => columns.some((at) => values[at] !== ""));
      if (filled.length === 0) findings.report("week-row-empty", undefined, { row: number });
      if (filled.length > 1) {
        const names = filled.map(({ name }) => name);
        findings.report("week-row-mixed", { names }, { row: number });
      }
      if (filled.length === 1) checkPart(values, number);
    },
    end: () => keys.facts(),
  };

  function checkPart(values: readonly string[], number: number): void {
    const isFilled = (at: number) => values[at] !== "";
    if (parts[0].columns.some(isFilled)) {
      if (!isFilled(column.weekday)) {
        findings.report("week-service-without-day", undefined, {
          row: number,
          field: fields[column.weekday],
        });
      }
      needContent(values, number, column.service);
      checkTimes(values, number, column.serviceStart, column.serviceEnd);
    }
    if (parts[1].columns.some(isFilled)) {
      needContent(values, number, column.activity);
      checkTimes(values, number, column.activityStart, column.activityEnd);
    }
  }

  function needContent(values: readonly string[], number: number, at: number): void {
    if (values[at] !== "") return;
    const field = fields[at];
    findings.report("week-row-without-content", { name: field?.[2] ?? "" }, { row: number, field });
  }

  /** An end before its start is right: sleep and visits at night cross midnight. */
  function checkTimes(
    values: readonly string[],
    number: number,
    startAt: number,
    endAt: number,
  ): void {
    const [start, end] = [values[startAt] ?? "", values[endAt] ?? ""];
    if (start !== "" && start === end) {
      findings.report("week-times-equal", { time: start }, { row: number, field: fields[endAt] });
    }
    if (start === "" && end !== "") {
      findings.report("week-end-without-start", undefined, { row: number, field: fields[startAt] });
    }
  }
};
