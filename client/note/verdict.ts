import { type Checked, isHeld, isMendable, straysOf } from "./checked.ts";
import type { Page } from "./page.ts";
import { count } from "./words.ts";

/** In one sentence or two: how much was looked at, what can go, what must be put right. */
export function tellVerdict(page: Page, { files, sets }: Checked): void {
  if (files.length === 0) {
    page.say("verdict", "標準のファイルは見つかりませんでした。");
    return;
  }
  const held = sets.filter(isHeld).length;
  const byItself = sets.filter((set) => isHeld(set) && isMendable(set)).length;
  const strays = straysOf(files, sets).length;
  const sentences = [
    `${count(files.length)} ファイル、${count(sets.length)} の送信単位を見ました。`,
    held === 0 && sets.length > 0 ? "すべてこのまま送れます。" : "",
    held > 0 && held < sets.length ? `${count(sets.length - held)} はこのまま送れます。` : "",
    held > 0 ? `${things(held).trimStart()}に直すところがあります。` : "",
    byItself > 0 && byItself < held
      ? `そのうち${things(byItself)}は、tsunagi mend で直せます。`
      : "",
    byItself > 0 && byItself === held ? "どれも tsunagi mend で直せます。" : "",
    strays > 0 ? `どの送信単位にも入らないファイルが${things(strays)}あります。` : "",
  ];
  page.say("verdict", sentences.join(""));
}

/** `3 つ`; from ten on the bare number. */
function things(number: number): string {
  return number < 10 ? ` ${number} つ` : ` ${count(number)} `;
}
