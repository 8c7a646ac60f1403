import type { UserKey } from "../../check/keys.ts";
import type { AnnexLine, AnnexUser, LineShape, SlipLine, SlipUser } from "../../check/use/facts.ts";
import { insuredNumberOf } from "../../check/use/users.ts";
import type { SetFinding } from "../set-finding.ts";
import { LineReport } from "./line-report.ts";
import { compareCounts, compareUnits } from "./line-sums.ts";
import type { UseFiles } from "./use-files.ts";

/** Compares table 6 with table 7, line by line of each user whose rows are right in both. */
export function checkLines({ plan, annex }: UseFiles): readonly SetFinding[] {
  if (plan === undefined || annex === undefined || !plan.complete || !annex.complete) return [];
  const report = new LineReport(plan.file, annex.file);
  for (const [key, user] of plan.users) {
    const inAnnex = annex.users.get(key);
    if (inAnnex === undefined || !user.sound || !inAnnex.sound) continue;
    checkUser(key, user, inAnnex, report);
  }
  return report.findings;
}

/**
 * Lines are the same when office, satellite, service and equipment are. What is left over is paired by office and
 * service alone, since table 7 may leave out the rest.
 */
function checkUser(key: UserKey, plan: SlipUser, annex: AnnexUser, report: LineReport): void {
  const insuredNumber = insuredNumberOf(key);
  const annexed = Map.groupBy(annex.lines, ({ shape }) => shape.key);
  const planLeft: SlipLine[] = [];
  for (const line of plan.lines) {
    const same = annexed.get(line.shape.key);
    if (same === undefined) planLeft.push(line);
    else {
      compare(insuredNumber, [line], same, report);
      annexed.delete(line.shape.key);
    }
  }
  if (planLeft.length === 0 && annexed.size === 0) return;

  const annexLeft = Map.groupBy([...annexed.values()].flat(), serviceOf);
  for (const [service, lines] of Map.groupBy(planLeft, serviceOf)) {
    const same = annexLeft.get(service);
    if (same === undefined || !mayBeSame(lines, same)) report.onlyInPlan(insuredNumber, lines);
    else {
      compare(insuredNumber, lines, same, report);
      annexLeft.delete(service);
    }
  }
  for (const lines of annexLeft.values()) report.onlyInAnnex(insuredNumber, lines);
}

function compare(
  insuredNumber: string,
  planned: readonly SlipLine[],
  annexed: readonly AnnexLine[],
  report: LineReport,
): void {
  const counts = compareCounts(planned, annexed);
  if (counts !== undefined) report.counts(insuredNumber, planned, counts);
  const units = compareUnits(planned, annexed);
  if (units !== undefined) report.units(insuredNumber, planned, units);
}

/** Whether lines of the same office and service differ only in what one side leaves out. */
function mayBeSame(plan: readonly SlipLine[], annex: readonly AnnexLine[]): boolean {
  return plan.some((line) => annex.some(({ shape }) => mayBeSameShape(line.shape, shape)));
}

function mayBeSameShape(a: LineShape, b: LineShape): boolean {
  return (
    isSameOrEmpty(a.satellite, b.satellite) &&
    isSameOrEmpty(a.taisCode, b.taisCode) &&
    isSameOrEmpty(a.equipmentCode, b.equipmentCode)
  );
}

function isSameOrEmpty(a: string, b: string): boolean {
  return a === b || a === "" || b === "";
}

function serviceOf({ shape }: SlipLine | AnnexLine): string {
  return `${shape.serviceCode}/${shape.office}`;
}
