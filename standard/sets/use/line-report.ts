import type { CheckedFile } from "../../check/checked-file.ts";
import type { AnnexLine, SlipLine } from "../../check/use/facts.ts";
import { columnsOf } from "../../layout/columns.ts";
import type { FieldRow } from "../../layout/field.ts";
import { rowsOf } from "../../layout/layouts.ts";
import { type SetFinding, setFinding } from "../set-finding.ts";
import type { Difference } from "./line-sums.ts";

const planFields: readonly FieldRow[] = rowsOf("UPPLAN");
const planAt = columnsOf("UPPLAN");
const annexFields: readonly FieldRow[] = rowsOf("UPSIKYU");
const annexAt = columnsOf("UPSIKYU");

/** Collects what differs between the lines of table 6 and of table 7. */
export class LineReport {
  readonly findings: SetFinding[] = [];
  readonly #plan: CheckedFile;
  readonly #annex: CheckedFile;

  constructor(plan: CheckedFile, annex: CheckedFile) {
    this.#plan = plan;
    this.#annex = annex;
  }

  counts(insuredNumber: string, lines: readonly SlipLine[], difference: Difference): void {
    const rule = difference.flat ? "count-mismatch-flat" : "count-mismatch";
    this.#differ(rule, insuredNumber, lines, difference, planAt.count);
  }

  units(insuredNumber: string, lines: readonly SlipLine[], difference: Difference): void {
    const rule = difference.flat ? "units-mismatch-flat" : "units-mismatch";
    this.#differ(rule, insuredNumber, lines, difference, planAt.units);
  }

  onlyInPlan(insuredNumber: string, lines: readonly SlipLine[]): void {
    const [first] = lines;
    if (first === undefined) return;
    const { office, serviceCode } = first.shape;
    const about = { insuredNumber, office, serviceCode };
    const place = { row: first.row, field: planFields[planAt.serviceCode] };
    const files = [this.#plan, this.#annex];
    this.findings.push(setFinding("line-only-in-plan", about, files, place));
  }

  onlyInAnnex(insuredNumber: string, lines: readonly AnnexLine[]): void {
    const [first] = lines;
    if (first === undefined) return;
    const { office, serviceCode } = first.shape;
    const rule = lines.every(({ unmanaged }) => unmanaged)
      ? "addition-only-in-annex"
      : "line-only-in-annex";
    const about = { insuredNumber, office, serviceCode };
    const place = { row: first.row, field: annexFields[annexAt.serviceCode] };
    this.findings.push(setFinding(rule, about, [this.#annex, this.#plan], place));
  }

  #differ(
    rule: "count-mismatch" | "count-mismatch-flat" | "units-mismatch" | "units-mismatch-flat",
    insuredNumber: string,
    lines: readonly SlipLine[],
    { planned, annexed }: Difference,
    column: number,
  ): void {
    const [first] = lines;
    if (first === undefined) return;
    const { serviceCode } = first.shape;
    const place = { row: first.row, field: planFields[column] };
    const about = { insuredNumber, serviceCode, planned, annexed };
    this.findings.push(setFinding(rule, about, [this.#plan, this.#annex], place));
  }
}
