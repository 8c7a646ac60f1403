import { describe, expect, it } from "vitest";
import { currentVersion } from "../layout/versions.ts";
import type { FileRecord } from "../records/file-record.ts";
import { parseDate } from "../values/calendar-date.ts";
import { parseInsuredNumber, parseInsurerNumber } from "../values/person-numbers.ts";
import type { FileRow } from "./file-row.ts";
import { needsOf } from "./table-2.ts";
import { type JoinedCell, printedTable2 } from "./table-2-print.ts";

type Cells = Partial<FileRecord<"UP2KYO">>;

/** Rows of table 2 as a planner types them: an empty cell repeats the one above. */
function table2(...cells: readonly Cells[]): readonly FileRow<"UP2KYO">[] {
  return cells.map((row, at) => ({
    row: at + 1,
    record: {
      csvVersion: currentVersion,
      insurerNumber: parseInsurerNumber("139999"),
      insuredNumber: parseInsuredNumber("0000000001"),
      createdOn: parseDate("20261120"),
      planChangedOn: parseDate("20261120"),
      ...row,
    },
  }));
}

const walking: Cells = {
  needNo: 1,
  need: "転ばずに歩きたい",
  goalNo: 1,
  longTermGoal: "外出できる",
  longTermPeriod: "1年",
  shortTermGoal: "室内を歩ける",
  shortTermPeriod: "半年",
  supportNo: 1,
  serviceContent: "身体介護",
  frequency: "週2回",
};

describe("table 2 is needs, their goals, and the services for each", () => {
  it("and an empty cell repeats the row above", () => {
    const needs = needsOf(
      table2(walking, { supportNo: 2, serviceContent: "見守り" }, { serviceCategory: "通所介護" }),
    );
    expect(needs).toMatchObject([
      {
        no: 1,
        need: "転ばずに歩きたい",
        goals: [
          {
            longTermGoal: "外出できる",
            shortTermPeriod: "半年",
            services: [
              { row: 1, content: "身体介護", filled: [] },
              {
                row: 2,
                content: "見守り",
                filled: [
                  "need",
                  "longTermGoal",
                  "longTermPeriod",
                  "shortTermGoal",
                  "shortTermPeriod",
                ],
              },
              { row: 3, content: "見守り" },
            ],
          },
        ],
      },
    ]);
    expect(needs[0]?.goals).toHaveLength(1);
    expect(needs[0]?.goals[0]?.services[2]?.filled).toContain("serviceContent");
  });

  it("but who gives a service and how often is never made up", () => {
    const [need] = needsOf(table2(walking, { supportNo: 2, serviceContent: "家族の見守り" }));
    expect(need?.goals[0]?.services[1]?.record.frequency).toBeUndefined();
  });

  it("a second short-term goal keeps the long-term goal above it, with its period", () => {
    const [need] = needsOf(
      table2(walking, { goalNo: 2, shortTermGoal: "階段を上れる", serviceContent: "運動" }),
    );
    expect(need?.goals).toMatchObject([
      { no: 1, shortTermGoal: "室内を歩ける" },
      { no: 2, longTermGoal: "外出できる", longTermPeriod: "1年", shortTermGoal: "階段を上れる" },
    ]);
    expect(need?.goals[1]?.shortTermPeriod).toBeUndefined();
  });

  it("another long-term goal takes nothing from the short-term goal above", () => {
    const [need] = needsOf(table2(walking, { goalNo: 2, longTermGoal: "料理をする" }));
    expect(need?.goals[1]).toMatchObject({ longTermGoal: "料理をする", shortTermGoal: undefined });
    expect(need?.goals[1]?.services[0]?.content).toBeUndefined();
  });

  it("another need takes nothing from the need above", () => {
    const needs = needsOf(table2(walking, { needNo: 2, need: "家を整えたい" }));
    expect(needs[1]).toMatchObject({
      no: 2,
      need: "家を整えたい",
      goals: [{ no: undefined, longTermGoal: undefined, shortTermGoal: undefined }],
    });
  });

  it("without any numbers, another text begins another need", () => {
    const needs = needsOf(
      table2({ need: "歩く" }, { serviceContent: "見守り" }, { need: "食べる" }),
    );
    expect(needs.map(({ need, goals }) => [need, goals[0]?.services.length])).toEqual([
      ["歩く", 2],
      ["食べる", 1],
    ]);
  });

  it("rows that stand out of order are put in the order of their numbers", () => {
    const needs = needsOf(
      table2({ ...walking, needNo: 2, need: "食べる" }, { ...walking, supportNo: 2 }, walking),
    );
    expect(needs.map(({ no }) => no)).toEqual([1, 2]);
    expect(needs[0]?.goals[0]?.services.map(({ row }) => row)).toEqual([3, 2]);
  });
});

describe("printed, cells that go on are joined", () => {
  const rows = printedTable2(
    needsOf(
      table2(
        walking,
        { serviceContent: "見守り", supportNo: 2 },
        { goalNo: 2, shortTermGoal: "階段を上れる", supportNo: 1, serviceContent: "運動" },
        { supportNo: 2, serviceCategory: "訪問リハビリテーション" },
        { needNo: 2, need: "家を整えたい", goalNo: 1, longTermGoal: "外出できる" },
      ),
    ),
  );
  const column = (cellOf: (row: (typeof rows)[number]) => JoinedCell | undefined) =>
    rows.map((row) => {
      const cell = cellOf(row);
      return cell && `${cell.text}×${cell.rows}`;
    });

  it("a need over all its rows", () => {
    expect(column((row) => row.need)).toEqual([
      "転ばずに歩きたい×4",
      undefined,
      undefined,
      undefined,
      "家を整えたい×1",
    ]);
  });

  it("a long-term goal over its short-term goals, but not into the next need", () => {
    expect(column((row) => row.longTermGoal)).toEqual([
      "外出できる×4",
      undefined,
      undefined,
      undefined,
      "外出できる×1",
    ]);
    expect(column((row) => row.shortTermGoal)).toEqual([
      "室内を歩ける×2",
      undefined,
      "階段を上れる×2",
      undefined,
      "×1",
    ]);
  });

  it("what is done over the services that repeat it", () => {
    expect(column((row) => row.serviceContent)).toEqual([
      "身体介護×1",
      "見守り×1",
      "運動×2",
      undefined,
      "×1",
    ]);
    expect(rows[3]?.service.serviceCategory).toBe("訪問リハビリテーション");
  });
});
