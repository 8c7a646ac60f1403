import { type FileRecord, meaningOf } from "@tsunagi/standard";
import { beside, type Share } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack } from "../paper/stack.ts";

type Plan = FileRecord<"UPYOBO">;

/** The programmes of the checklist 基本チェックリスト, with how many questions each has. */
const programmes: readonly {
  readonly name: string;
  readonly questions: number;
  readonly hits: (plan: Plan) => number | undefined;
  readonly needed: (plan: Plan) => string | undefined;
}[] = [
  {
    name: "運動不足",
    questions: 5,
    hits: (plan) => plan.checklistExercise,
    needed: (plan) => plan.programExercise,
  },
  {
    name: "栄養改善",
    questions: 2,
    hits: (plan) => plan.checklistNutrition,
    needed: (plan) => plan.programNutrition,
  },
  {
    name: "口腔内ケア",
    questions: 3,
    hits: (plan) => plan.checklistOral,
    needed: (plan) => plan.programOral,
  },
  {
    name: "閉じこもり予防",
    questions: 2,
    hits: (plan) => plan.checklistHomebound,
    needed: (plan) => plan.programHomebound,
  },
  {
    name: "物忘れ予防",
    questions: 3,
    hits: (plan) => plan.checklistForgetfulness,
    needed: (plan) => plan.programForgetfulness,
  },
  {
    name: "うつ予防",
    questions: 5,
    hits: (plan) => plan.checklistDepression,
    needed: (plan) => plan.programDepression,
  },
];

const labelWidth = 85;
const columnWidth = (277 - labelWidth) / programmes.length;

/** How many questions of each programme were hit, and which programmes are needed (○). */
export function checklist(plan: Plan | undefined): Content {
  return stack([
    row("", (programme) => headCell(programme.name, { size: 7.5, padding: 0.8 })),
    row("基本チェックリストの（該当した項目数）／（質問項目数）", ({ hits, questions }) =>
      value(`${(plan && hits(plan)) ?? "　"} ／ ${questions}`),
    ),
    row("必要な事業プログラム（○）", ({ needed }) => value(signOf(plan && needed(plan)))),
  ]);
}

function row(label: string, content: (programme: (typeof programmes)[number]) => Content): Content {
  return beside(
    [labelWidth, headCell(label, { size: 7.5, padding: 0.8 })],
    ...programmes.map((programme): Share => [columnWidth, content(programme)]),
  );
}

/** ○ for 要; what else is said, in words. */
function signOf(needed: string | undefined): string {
  if (needed === undefined) return "";
  return needed === "1" ? "○" : (meaningOf("need", needed) ?? needed);
}

function value(text: string): Content {
  return cell(text, { size: 8.5, align: "center", valign: "middle", padding: 0.8 });
}
