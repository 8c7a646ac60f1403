import {
  type ComparedUser,
  type Comparison,
  describeComparedUser,
  type MonthOfService,
  namesWithout,
  sideNamesOf,
} from "@tsunagi/standard";
import type { NoteLine } from "./line.ts";
import { type NoteOptions, Page } from "./page.ts";
import { count, monthInWords } from "./words.ts";

/** So many care users are told before the rest is only counted; of those without a difference, so many names. */
const shownUsers = 5;
const shownNames = 20;

/** What differs between plans and results, or two of either, as one tells it to the person who has to look into it. */
export function writeComparisonNote(
  comparison: Comparison,
  places: { readonly before: string; readonly after: string },
  options: NoteOptions,
): readonly NoteLine[] {
  const page = new Page(options);
  const names = sideNamesOf(comparison);
  const compared = comparison.users.filter(({ state }) => state !== "unreported");
  const differing = compared.filter(({ state }) => state === "differs");
  page.say(
    "verdict",
    [
      `${names.before}と${names.after}を比べました。`,
      verdictOn(compared.length, differing.length),
      monthsApart(comparison),
    ].join(""),
  );
  page.say("soft", `${names.before}: ${places.before}`);
  page.say("soft", `${names.after}: ${places.after}`);
  page.list(differing, shownUsers, "", "人の違い", (user) => {
    page.lines.push({ look: "plain", text: "" });
    describeComparedUser(user, names).forEach((text, at) => {
      page.lines.push({ look: at === 0 ? "set" : "plain", text });
    });
  });
  tellOthers(page, comparison, differing);
  return page.lines;
}

function verdictOn(users: number, differing: number): string {
  if (users === 0) return "どちらにもいる利用者はなく、比べるものがありませんでした。";
  if (differing === 0) return `利用者 ${count(users)} 人に、違いはありません。`;
  return `利用者 ${count(users)} 人のうち ${count(differing)} 人に違いがあります。`;
}

/** The sides of different months have nothing to compare: that is most likely a slip. */
function monthsApart({ users }: Comparison): string {
  const [before, after] = (["before", "after"] as const).map((side) =>
    monthsOf(users.filter(({ standsIn }) => standsIn === "both" || standsIn === side)),
  );
  if (before === undefined || after === undefined) return "";
  if (before.length === 0 || after.length === 0 || before.some((one) => after.includes(one))) {
    return "";
  }
  const [one, other] = [before, after].map((months) => months.map(monthInWords).join("、"));
  return `対象の月が違います（${one} と ${other}）。ファイルをご確認ください。`;
}

function monthsOf(users: readonly ComparedUser[]): readonly MonthOfService[] {
  return [...new Set(users.map(({ month }) => month))].sort();
}

function tellOthers(page: Page, comparison: Comparison, differing: readonly ComparedUser[]): void {
  const same = namesWithout(comparison);
  const unreported = comparison.users.filter(({ state }) => state === "unreported").length;
  if (differing.length > 0 && same.length > 0) {
    page.title(`違いのない利用者 ${count(same.length)} 人`);
    const named = page.all ? same : same.slice(0, shownNames);
    const left = same.length - named.length;
    page.say("plain", `${named.join("、")}${left > 0 ? ` ほか ${count(left)} 人` : ""}`);
  }
  if (unreported > 0) {
    page.title("比べなかった利用者");
    page.say(
      "plain",
      `${count(unreported)} 人は、この実績を送った事業所を利用する予定がないため、比べていません。`,
    );
  }
}
