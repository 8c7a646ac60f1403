import type { FileRecord } from "../records/file-record.ts";
import type { CareGoal, CareNeed, CareService } from "./table-2.ts";

/** A cell of the printed table that goes on over `rows` rows. */
export type JoinedCell = { readonly text: string; readonly rows: number };

/** A row of table 2 as it is printed; a cell is undefined where the one above goes on. */
export type Table2Row = {
  readonly need: JoinedCell | undefined;
  readonly longTermGoal: JoinedCell | undefined;
  readonly longTermPeriod: JoinedCell | undefined;
  readonly shortTermGoal: JoinedCell | undefined;
  readonly shortTermPeriod: JoinedCell | undefined;
  readonly serviceContent: JoinedCell | undefined;
  /** What stands to the right of these: the cells of the record that are never joined. */
  readonly service: FileRecord<"UP2KYO">;
};

/** Table 2 as it is printed: a row a service, with cells that go on over several rows joined. */
export function printedTable2(needs: readonly CareNeed[]): readonly Table2Row[] {
  const lines = needs.flatMap((need) =>
    need.goals.flatMap((goal) => goal.services.map((service): Line => ({ need, goal, service }))),
  );
  const need = joinedCells(lines, textOfNeed, (line, above) => line.need === above.need);
  const longTermGoal = joinedCells(lines, (line) => line.goal.longTermGoal, sameLongTerm);
  const longTermPeriod = joinedCells(lines, (line) => line.goal.longTermPeriod, sameLongTerm);
  const shortTermGoal = joinedCells(lines, (line) => line.goal.shortTermGoal, sameShortTerm);
  const shortTermPeriod = joinedCells(lines, (line) => line.goal.shortTermPeriod, sameShortTerm);
  const serviceContent = joinedCells(
    lines,
    (line) => line.service.content,
    (line) => line.service.filled.includes("serviceContent"),
  );
  return lines.map(({ service }, at) => ({
    need: need[at],
    longTermGoal: longTermGoal[at],
    longTermPeriod: longTermPeriod[at],
    shortTermGoal: shortTermGoal[at],
    shortTermPeriod: shortTermPeriod[at],
    serviceContent: serviceContent[at],
    service: service.record,
  }));
}

type Line = { readonly need: CareNeed; readonly goal: CareGoal; readonly service: CareService };

function textOfNeed(line: Line): string | undefined {
  return line.need.need;
}

function sameLongTerm(line: Line, above: Line): boolean {
  return line.need === above.need && line.goal.longTermGoal === above.goal.longTermGoal;
}

function sameShortTerm(line: Line, above: Line): boolean {
  return sameLongTerm(line, above) && line.goal.shortTermGoal === above.goal.shortTermGoal;
}

/** The cells of a column: one for each run of lines that have the same text and that `mayJoin` allows. */
function joinedCells(
  lines: readonly Line[],
  textOf: (line: Line) => string | undefined,
  mayJoin: (line: Line, above: Line) => boolean,
): readonly (JoinedCell | undefined)[] {
  const cells: ({ text: string; rows: number } | undefined)[] = [];
  let open: { text: string; rows: number } | undefined;
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    const text = textOf(line) ?? "";
    if (open !== undefined && above !== undefined && open.text === text && mayJoin(line, above)) {
      open.rows++;
      cells.push(undefined);
      return;
    }
    open = { text, rows: 1 };
    cells.push(open);
  });
  return cells;
}
