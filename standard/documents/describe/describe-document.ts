import { monthInEra } from "../../values/japanese-date.ts";
import type { DocumentKind, SetDocument } from "../document.ts";
import { carePlanText } from "./care-plan-text.ts";
import { labelled, printable } from "./lines.ts";
import { planOfUseText, resultsText } from "./plan-of-use-text.ts";
import { preventivePlanText, userBasicsText } from "./preventive-text.ts";
import { envelopeWords, userWords } from "./words.ts";

const titles: { readonly [Kind in DocumentKind]: string } = {
  "care-plan": "居宅サービス計画書（第1表〜第3表）",
  "plan-of-use": "サービス利用票（第6表・第7表）",
  results: "実績（第6表）",
  "user-basics": "利用者基本情報",
  "preventive-plan": "介護予防サービス・支援計画書",
  deletion: "削除",
};

/** A document in words, to be read in a terminal of 100 columns: a heading, then user by user. */
export function describeDocument(document: SetDocument): readonly string[] {
  return [
    titleOf(document),
    envelopeWords(document.envelope),
    ...partsOf(document).flatMap((part) => ["", ...part]),
  ].flatMap(printable);
}

function titleOf(document: SetDocument): string {
  const month = "month" in document ? document.month : undefined;
  return `■ ${titles[document.kind]}${month === undefined ? "" : `　${monthInEra(month)}分`}`;
}

function partsOf(document: SetDocument): readonly (readonly string[])[] {
  switch (document.kind) {
    case "care-plan":
      return document.plans.map(carePlanText);
    case "plan-of-use":
      return document.users.map(planOfUseText);
    case "results":
      return document.users.map(resultsText);
    case "user-basics":
      return document.users.map(userBasicsText);
    case "preventive-plan":
      return [...document.plans.map(preventivePlanText), ...document.basics.map(userBasicsText)];
    case "deletion":
      return document.deletions.map(({ record, says }) => [
        userWords(record, undefined),
        ...labelled(2, "削除するもの", says),
      ]);
    default:
      return document satisfies never;
  }
}
