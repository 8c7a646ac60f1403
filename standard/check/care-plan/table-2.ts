import { columnsOf } from "../../layout/columns.ts";
import { isCareManagement } from "../../layout/service-types.ts";
import type { PlanKey } from "../keys.ts";
import type { StartRowRules } from "../row-rules.ts";
import { Outline } from "./outline.ts";
import { PlanKeys } from "./plan-keys.ts";

const column = columnsOf("UP2KYO");
const levels = [column.needNo, column.goalNo, column.supportNo];

/** Table 2: needs › goals › services, in the order of print; each plan served by the receiver. */
export const table2Rules: StartRowRules = (context) => {
  const { fields, findings, fileName } = context;
  const keys = new PlanKeys(context);
  const outline = new Outline(levels);
  const receiver =
    fileName && !isCareManagement(fileName.receiver.serviceType) ? fileName.receiver : undefined;
  let plan: Plan | undefined;
  let nextRow = 1;

  return {
    row: (values, number, sound) => {
      const key = keys.keyOf(values, sound);
      const afterLoss = number !== nextRow;
      nextRow = number + 1;
      if (afterLoss) loseRow();
      if (key !== undefined && key !== plan?.key) begin(key, number, afterLoss);
      if (key === undefined || !sound) {
        loseRow();
        return;
      }
      checkNumbers(values, number);
      noteOffice(values[column.serviceOffice] ?? "");
    },
    end: () => {
      checkServed();
      return keys.facts();
    },
  };

  function loseRow(): void {
    outline.lose();
    if (plan !== undefined) plan.whole = false;
  }

  function begin(key: PlanKey, number: number, afterLoss: boolean): void {
    checkServed();
    outline.begin();
    const first = keys.note(key, number);
    if (first !== undefined) findings.report("rows-apart", { first }, { row: number });
    plan = {
      key,
      first: number,
      need: "",
      whole: first === undefined && !afterLoss,
      offices: false,
      served: false,
    };
  }

  function checkNumbers(values: readonly string[], number: number): void {
    for (const level of levels) {
      const written = values[level] ?? "";
      if (written !== "" && Number(written) < 1) {
        findings.report("number-range", { written }, { row: number, field: fields[level] });
      }
    }
    const { changed, order, open } = outline.step(values);
    if (open.includes(0)) {
      findings.report("nothing-above", undefined, { row: number, field: fields[column.needNo] });
    } else if (open.includes(1) && hasGoal(values)) {
      findings.report("nothing-above", undefined, { row: number, field: fields[column.goalNo] });
    }
    if (order === "falling") {
      findings.report("rows-out-of-order", undefined, {
        row: number,
        field: fields[levels[changed] ?? 0],
      });
    } else if (order === "same") {
      findings.report("number-twice", undefined, { row: number, field: fields[column.supportNo] });
    }
    checkNeed(values[column.need] ?? "", changed === 0, number);
  }

  function checkNeed(need: string, isNew: boolean, number: number): void {
    if (plan === undefined) return;
    if (!isNew && need !== "" && plan.need !== "" && need !== plan.need) {
      findings.report("need-differs", undefined, { row: number, field: fields[column.need] });
    }
    if (isNew || plan.need === "") plan.need = need;
  }

  function noteOffice(office: string): void {
    if (plan === undefined || office === "") return;
    plan.offices = true;
    if (office === receiver?.office) plan.served = true;
  }

  /** Once the rows of a plan are through: those that name offices name the receiver too. */
  function checkServed(): void {
    if (plan === undefined || receiver === undefined) return;
    if (!plan.whole || !plan.offices || plan.served) return;
    const about = { receiver: receiver.office };
    findings.report("care-plan-not-served", about, {
      row: plan.first,
      field: fields[column.serviceOffice],
    });
  }
};

/** The plan whose rows are being read. */
type Plan = {
  readonly key: PlanKey;
  readonly first: number;
  need: string;
  /** Whether all its rows could be read. */
  whole: boolean;
  offices: boolean;
  served: boolean;
};

function hasGoal(values: readonly string[]): boolean {
  return values[column.longTermGoal] !== "" || values[column.shortTermGoal] !== "";
}
