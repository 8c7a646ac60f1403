import { daysOf, type MonthDay, type MonthLine, weekdaySign } from "@tsunagi/standard";
import { beside, type Share } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { emptyRows } from "../paper/empty-rows.ts";
import { firm } from "../paper/firm.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack, table } from "../paper/stack.ts";
import { distinct } from "../words/distinct.ts";
import { serviceCodeText, timeText } from "../words/services.ts";
import type { Slip } from "./slip.ts";

const columns = { time: 17, service: 34, office: 36, rows: 9, day: 5.4, total: 13.6 } as const;
const days31 = Array.from({ length: 31 }, (_, at) => at);

/** 月間サービス計画及び実績の記録: a line of two rows, 予定 and 実績, for each time, code, office and equipment. */
export function monthGrid({ month, table: slip, says }: Slip): Content {
  const days = month === undefined ? [] : daysOf(month);
  const lines = slip?.lines ?? [];
  const written = lines.map((line) => lineOf(line, says));
  const empty = emptyRows(lineOf(undefined, says));
  return stack([firm(table(headings(days), written)), empty]);
}

function headings(days: readonly MonthDay[]): Content {
  return beside(
    [columns.time, headCell("提供時間帯", { grow: 1 })],
    [columns.service, headCell("サービス内容", { grow: 1 })],
    [columns.office, headCell("サービス事業者\n事業所名", { grow: 1 })],
    [
      columns.rows + 31 * columns.day + columns.total,
      stack([
        headCell("月　間　サ　ー　ビ　ス　計　画　及　び　実　績　の　記　録", { grow: 1 }),
        beside(
          [
            columns.rows + 31 * columns.day,
            stack([
              dayRow(
                "日付",
                days31.map((at) => days[at]?.day.toString() ?? ""),
              ),
              dayRow(
                "曜日",
                days31.map((at) => signOf(days[at])),
              ),
            ]),
          ],
          [columns.total, headCell("合計\n回数", { grow: 1 })],
        ),
      ]),
    ],
  );
}

function signOf(day: MonthDay | undefined): string {
  return day === undefined ? "" : weekdaySign(day.weekday);
}

function lineOf(line: MonthLine | undefined, says: Slip["says"]): Content {
  const counts = days31.map((at) => {
    const count = line?.counts[at] ?? 0;
    return count === 0 ? "" : String(count);
  });
  const none = days31.map(() => "");
  const total = line === undefined ? "" : String(line.total);
  const rows = (["予定", "実績"] as const).map((row) =>
    row === says ? gridRow(row, counts, total) : gridRow(row, none, ""),
  );
  return beside(
    [columns.time, cell(timesOf(line), { size: 8, align: "center", valign: "middle" })],
    [columns.service, cell(serviceOf(line), { ...leftAligned, continued: "（続き）" })],
    [columns.office, cell(officeOf(line), { ...leftAligned, continued: "（続き）" })],
    [columns.rows + 31 * columns.day + columns.total, stack(rows)],
  );
}

const leftAligned: Partial<CellStyle> = { size: 7.5, valign: "middle", padding: 0.8 };

function timesOf(line: MonthLine | undefined): string {
  if (line === undefined) return "";
  const [start, end] = [timeText(line.startTime), timeText(line.endTime)];
  return start === "" && end === "" ? "" : `${start}\n～${end}`;
}

/** The service by its type and code, and what tells this line from others of the same code. */
function serviceOf(line: MonthLine | undefined): string {
  if (line === undefined) return "";
  const { serviceCode, taisCode, equipmentCode, visits } = line;
  const past30Days = visits.some(({ record }) => record.over30Days === "1");
  return [
    serviceCodeText(serviceCode),
    distinct(visits.map(({ record }) => record.equipmentName)),
    taisCode && `TAIS ${taisCode}`,
    equipmentCode && `届出 ${equipmentCode}`,
    ...new Set(visits.map(({ record }) => claimDays(record.dailyClaimDays))),
    past30Days ? "３０日超" : undefined,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join("\n");
}

/** The days of 日割 in words: `日割 1～15日`. */
function claimDays(days: string | undefined): string | undefined {
  if (days === undefined) return undefined;
  const runs = Array.from(days.matchAll(/1+/g), ({ 0: run, index }) => {
    const [from, to] = [index + 1, index + run.length];
    return from === to ? `${from}日` : `${from}～${to}日`;
  });
  return `日割 ${runs.join("、") || "なし"}`;
}

function officeOf(line: MonthLine | undefined): string {
  if (line === undefined) return "";
  const names = distinct(line.visits.map(({ record }) => record.serviceOfficeName));
  const satellite = line.satellite === undefined ? "" : `（サテライト ${line.satellite}）`;
  return `${names || "事業所番号"}\n${line.serviceOffice}${satellite}`;
}

function gridRow(name: string, counts: readonly string[], total: string): Content {
  return beside(
    [columns.rows + 31 * columns.day, dayRow(name, counts)],
    [columns.total, cell(total, { ...inGrid, smallest: 6 })],
  );
}

function dayRow(name: string, values: readonly string[]): Content {
  return beside(
    [columns.rows, cell(name, { ...inGrid, size: 7 })],
    ...values.map((value): Share => [columns.day, cell(value, { ...inGrid, smallest: 4.5 })]),
  );
}

const inGrid = {
  size: 8,
  align: "center",
  valign: "middle",
  padding: 0.3,
  least: 5,
  grow: 1,
} as const;
