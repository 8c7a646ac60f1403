import type { Outcome, Standing } from "../worker/outcome.ts";

/** The one thing to know about all files that were given. */
export interface Verdict {
  readonly tone: Standing;
  /** How much was looked at, and how it stands. */
  readonly title: string;
  /** What to do. */
  readonly next: string;
}

/** Sums a check up, as a colleague would. */
export function verdictOf({ files, sets, strays }: Outcome): Verdict {
  const seen = `${count(files)}個のファイルを見ました。`;
  const bad = sets.filter(({ standing }) => standing === "bad").length;
  const doubtful = sets.filter(({ standing }) => standing === "warn").length;
  const unusable = strays.filter(isUnusable).length;
  if (sets.length === 0) {
    return {
      tone: "bad",
      title: `${seen}ケアプランデータ連携の標準のファイルが、ありませんでした。`,
      next: "介護ソフトから書き出したCSVファイルを、名前を変えずに入れてください。",
    };
  }
  if (bad > 0) {
    const rest = sets.length - bad;
    return {
      tone: "bad",
      title: `${seen}${sets.length === 1 ? "" : `${count(sets.length)}件の送信のうち、`}${count(bad)}件の送信に直すところがあります。`,
      next: `${rest > 0 ? `残りの${count(rest)}件は、このまま送れます。` : ""}赤い印のところを、介護ソフトで直して書き出し直してください。`,
    };
  }
  if (unusable > 0) {
    return {
      tone: "warn",
      title: `${seen}${count(sets.length)}件の送信は、このまま送れます。`,
      next: `ほかに、どの送信にも入らないファイルが${count(unusable)}個あります。下でご確認ください。`,
    };
  }
  const title = `${seen}${count(sets.length)}件の送信は、${sets.length > 1 ? "すべて" : ""}このまま送れます。`;
  return doubtful > 0
    ? { tone: "warn", title, next: "念のため、黄色い印のところをご確認ください。" }
    : { tone: "good", title, next: "誤りも、気になるところもありませんでした。" };
}

function isUnusable({ findings }: Outcome["strays"][number]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

function count(number: number): string {
  return number.toLocaleString("ja-JP");
}
