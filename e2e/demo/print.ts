import type { Desk } from "@tsunagi/client";
import type { JoinedOffice } from "../month/desk.ts";
import type { Report } from "../month/play.ts";

/** Prints each station with the seconds since `start` and since the station before. */
export function stationPrinter(start: number): Report {
  let before = start;
  return (station, detail) => {
    const now = Date.now();
    const since = ((now - start) / 1000).toFixed(2).padStart(7);
    const took = `+${((now - before) / 1000).toFixed(2)}`.padStart(7);
    before = now;
    console.log(
      `${since}s ${took}s  ${station}${" ".repeat(Math.max(1, 20 - 2 * station.length))} ${detail}`,
    );
  };
}

/** Prints where the pages are, and who may log in there. */
export function printPages(
  webUrl: string,
  offices: readonly JoinedOffice[],
  desks: readonly Desk[],
): void {
  console.log(`\nサポートサイト     ${webUrl}/site/`);
  console.log(`利用状況Webサイト  ${webUrl}/portal/`);
  console.log(`ファイルの確認     ${webUrl}/check/`);
  offices.forEach(({ who, letter, personId }, index) => {
    console.log(`\n${who.office.name}の画面  ${desks[index]?.url ?? ""}`);
    console.log(`  事業所ユーザ ${letter.officeId}  パスワード ${who.officePassword}`);
    console.log(`  個人ユーザ   ${personId}      パスワード ${who.personPassword}`);
  });
}
