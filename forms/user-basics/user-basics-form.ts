import type { UserBasics } from "@tsunagi/standard";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { a4Portrait, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack, table } from "../paper/stack.ts";
import { callUser } from "../words/care-user.ts";
import { dateText } from "../words/dates.ts";
import { whosePage } from "../words/whose-page.ts";
import { consent, servicesNow } from "./consent.ts";
import { historyTable } from "./history.ts";
import { sectionTitle } from "./labelled.ts";
import { lifeSoFar } from "./life.ts";
import { surroundings } from "./surroundings.ts";
import { whoTheyAre } from "./who.ts";

const author = { ruled: "none", align: "right", padding: 0.5 } as const;

/** A part of the form, under its title on every page. */
function section(title: string, parts: readonly Content[]): Content {
  return table(sectionTitle(title), parts);
}

/**
 * 利用者基本情報 with its annexes and the picture of the family, A4 portrait.
 * @param pictures those that came with it, by the name of their file, in capitals or not
 */
export function drawUserBasics(user: UserBasics, pictures: ReadonlyMap<string, Uint8Array>): Form {
  const record = user.basics?.record;
  const consulted = dateText(user.consultedOn);
  return onPages({
    title: "利用者基本情報",
    about: `${callUser(user)}　${consulted}相談`,
    paper: a4Portrait,
    top: cell("利用者基本情報", { ruled: "none", size: 15, align: "center", padding: 0.5 }),
    body: stack([
      cell(`作成担当者：${record?.authorName ?? ""}`, author),
      section("《基本情報》", [whoTheyAre(user), surroundings(user, pictures), space(2)]),
      section("《介護予防に関する事項》", [lifeSoFar(user), space(2)]),
      historyTable(user.history),
      space(2),
      section("《現在利用しているサービス》", [servicesNow(record), consent(record)]),
    ]),
    foot: whosePage(user),
  });
}
