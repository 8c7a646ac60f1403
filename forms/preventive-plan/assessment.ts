import type { FileRecord } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { boxed } from "../paper/boxed.ts";
import { cell } from "../paper/cell.ts";
import { ticks } from "../paper/choices.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";

type Plan = FileRecord<"UPYOBO">;

/** An area of assessment, and the fields that say how it is there. */
type Area = {
  readonly name: string;
  readonly now: keyof Plan;
  readonly wish: keyof Plan;
  readonly problem: keyof Plan;
  readonly cause: keyof Plan;
};

const areas: readonly Area[] = [
  {
    name: "運動・移動について",
    now: "mobilityNow",
    wish: "mobilityWish",
    problem: "mobilityProblem",
    cause: "mobilityCause",
  },
  {
    name: "日常生活（家庭生活）について",
    now: "dailyLifeNow",
    wish: "dailyLifeWish",
    problem: "dailyLifeProblem",
    cause: "dailyLifeCause",
  },
  {
    name: "社会参加、対人関係・コミュニケーションについて",
    now: "socialNow",
    wish: "socialWish",
    problem: "socialProblem",
    cause: "socialCause",
  },
  {
    name: "健康管理について",
    now: "healthNow",
    wish: "healthWish",
    problem: "healthProblem",
    cause: "healthCause",
  },
];

/** The least height of an area, in millimetres: with it the support plan begins on a page of its own, as on paper. */
const tall = 24;

/** アセスメント領域と現在の状況, what user and family wish, and what lies behind, in four areas. */
export function assessment(record: Plan | undefined): Content {
  const head = beside(
    [97, headCell("アセスメント領域と現在の状況", { size: 8, padding: 0.8 })],
    [90, headCell("本人・家族の意欲・意向", { size: 8, padding: 0.8 })],
    [90, headCell("領域における課題（背景・原因）", { size: 8, padding: 0.8 })],
  );
  return table(
    head,
    areas.map((area) => areaRow(area, record)),
  );
}

function areaRow({ name, now, wish, problem, cause }: Area, record: Plan | undefined): Content {
  const has = record?.[problem];
  return beside(
    [97, named(name, record?.[now])],
    [90, cell(textOf(record?.[wish]), { padding: 1, size: 8.5, least: tall })],
    [
      90,
      boxed(
        stack([
          ticks(
            [
              ["有", has === "1"],
              ["無", has === "2"],
            ],
            { ruled: "none", size: 8.5, padding: 0.8 },
          ),
          cell(textOf(record?.[cause]), { ruled: "none", padding: 1, size: 8.5, grow: 1 }),
        ]),
      ),
    ],
  );
}

function named(name: string, text: string | undefined | number): Content {
  return boxed(
    stack([
      cell(name, { ruled: "none", size: 8, padding: 0.8 }),
      cell(textOf(text), { ruled: "none", padding: 1, size: 8.5, grow: 1 }),
    ]),
  );
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}
