import type { Application } from "@tsunagi/contract/exchange";
import { emailFault } from "../../parts/form/email-rules.ts";
import type { Mends, Rules } from "../../parts/state/form-values.ts";
import { faultsOf, needed } from "../../parts/state/form-values.ts";
import { mendName, mendTelephone, mendWidth } from "../../parts/words/mend-input.ts";

/** What has been typed into 申請情報入力 so far. A type, not an interface, so that it is a form's values. */
export type Draft = {
  readonly representativeFamily: string;
  readonly representativeGiven: string;
  readonly contactFamily: string;
  readonly contactGiven: string;
  readonly telephone: string;
  readonly email: string;
  readonly emailAgain: string;
};

export const emptyDraft: Draft = {
  representativeFamily: "",
  representativeGiven: "",
  contactFamily: "",
  contactGiven: "",
  telephone: "",
  email: "",
  emailAgain: "",
};

export const draftRules: Rules<Draft> = {
  representativeFamily: nameRule("代表者の姓"),
  representativeGiven: nameRule("代表者の名"),
  contactFamily: nameRule("担当者の姓"),
  contactGiven: nameRule("担当者の名"),
  telephone: telephoneFault,
  email: emailFault,
  emailAgain: (again, { email }) => {
    if (again === "") return "確認のため、メールアドレスをもう一度入力してください。";
    return again === email ? undefined : "メールアドレスと確認用が一致していません。";
  },
};

export const draftMends: Mends<Draft> = {
  representativeFamily: mendName,
  representativeGiven: mendName,
  contactFamily: mendName,
  contactGiven: mendName,
  telephone: mendTelephone,
  email: mendWidth,
  emailAgain: mendWidth,
};

/** Whether the first step is done, so that the second may be shown. */
export function isComplete(draft: Draft): boolean {
  return Object.keys(faultsOf(draft, draftRules)).length === 0;
}

/** The application as the centre takes it. */
export function applicationFrom(draft: Draft, termsEdition: string): Application {
  return {
    representative: {
      familyName: draft.representativeFamily,
      givenName: draft.representativeGiven,
    },
    contact: { familyName: draft.contactFamily, givenName: draft.contactGiven },
    telephone: draft.telephone,
    email: draft.email,
    emailAgain: draft.emailAgain,
    termsEdition,
  };
}

/** What was typed, as pairs to look over before applying. */
export function draftFacts(
  officeName: string,
  draft: Draft,
): readonly (readonly [string, string])[] {
  return [
    ["事業所名", officeName],
    ["代表者氏名", `${draft.representativeFamily} ${draft.representativeGiven}`],
    ["担当者氏名", `${draft.contactFamily} ${draft.contactGiven}`],
    ["電話番号", draft.telephone],
    ["メールアドレス", draft.email],
  ];
}

function nameRule(label: string): (value: string) => string | undefined {
  const missing = needed(label);
  return (value) =>
    missing(value) ?? (value.length > 40 ? `${label}は40文字以内で入力してください。` : undefined);
}

function telephoneFault(number: string): string | undefined {
  if (number === "") return "電話番号を入力してください。";
  if (!/^[0-9]+$/.test(number))
    return "電話番号に使えない文字があります。数字だけを入力してください。";
  if (!number.startsWith("0")) return "電話番号は、市外局番の0から入力してください。";
  if (number.length < 10 || number.length > 11) {
    return `電話番号は10桁か11桁です。いまは${number.length}桁です。`;
  }
  return undefined;
}
