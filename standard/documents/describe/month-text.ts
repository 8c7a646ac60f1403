import { weekdaySign } from "../../values/weekday.ts";
import type { MonthLine, MonthTable } from "../table-6.ts";
import { labelledIfAny, leftIn, rightIn } from "./lines.ts";
import { joined, serviceWords, timesWords } from "./words.ts";

/**
 * A month as a table: a line of service with its count of each day, under it what the service is and who gives it.
 * 11 columns of time, 6 of code, 2 a day and 4 of total: 91 columns with what stands between.
 */
export function monthText({ days, lines }: MonthTable): readonly string[] {
  const head = [
    `  ${leftIn(11, "提供時間帯")}  ${leftIn(6, "コード")}  `,
    `  ${" ".repeat(11)}  ${" ".repeat(6)}  `,
  ];
  return [
    head[0] + days.map(({ day }) => rightIn(2, String(day))).join("") + rightIn(6, "合計"),
    head[1] + days.map(({ weekday }) => weekdaySign(weekday)).join(""),
    ...lines.flatMap(lineText),
  ];
}

function lineText(line: MonthLine): readonly string[] {
  const counts = line.counts.map((count) => rightIn(2, count === 0 ? "." : String(count)));
  const times = leftIn(11, timesWords(line.startTime, line.endTime));
  return [
    `  ${times}  ${leftIn(6, line.serviceCode)}  ${counts.join("")}${rightIn(6, String(line.total))}`,
    ...labelledIfAny(15, "", joined(serviceWords(line.serviceCode), officeWords(line))),
    ...labelledIfAny(15, "", equipmentWords(line)),
  ];
}

function officeWords({ serviceOffice, serviceOfficeName, satellite }: MonthLine): string {
  const number = satellite === undefined ? serviceOffice : `${serviceOffice}-${satellite}`;
  return serviceOfficeName === undefined ? number : `${serviceOfficeName}（${number}）`;
}

function equipmentWords(line: MonthLine): string {
  const { taisCode, equipmentCode, equipmentName, lineNo } = line;
  const number = lineNo === undefined ? undefined : `明細 ${lineNo}`;
  return joined(equipmentName, taisCode, equipmentCode, number);
}
