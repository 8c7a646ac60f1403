import { Application } from "@tsunagi/contract/exchange";
import { describe, expect, it } from "vitest";
import { faultsOf, mended } from "../../parts/state/form-values.ts";
import {
  applicationFrom,
  type Draft,
  draftMends,
  draftRules,
  emptyDraft,
  isComplete,
} from "./draft.ts";

const typed: Draft = {
  representativeFamily: " 見本 ",
  representativeGiven: "太郎",
  contactFamily: "試験",
  contactGiven: "花子",
  telephone: "０３－1234－5678",
  email: "ｈａｎａｋｏ@example.jp",
  emailAgain: "hanako@example.jp ",
};

describe("申請情報入力", () => {
  it("will do after mending, and becomes what the contract asks for", () => {
    const draft = mended(typed, draftMends);
    expect(faultsOf(draft, draftRules)).toEqual({});
    expect(isComplete(draft)).toBe(true);
    expect(applicationFrom(draft, "2026-04")).toEqual({
      representative: { familyName: "見本", givenName: "太郎" },
      contact: { familyName: "試験", givenName: "花子" },
      telephone: "0312345678",
      email: "hanako@example.jp",
      emailAgain: "hanako@example.jp",
      termsEdition: "2026-04",
    });
  });

  it("asks for every field", () => {
    expect(Object.keys(faultsOf(emptyDraft, draftRules))).toEqual(Object.keys(emptyDraft));
    expect(isComplete(emptyDraft)).toBe(false);
  });

  it.each([
    ["telephone", "031234567", "いまは9桁"],
    ["telephone", "312345678", "0から"],
    ["telephone", "03x2345678", "使えない文字"],
    ["email", "hanako@example", "形になっていません"],
    ["email", "hanako example@x.jp", "形になっていません"],
    ["emailAgain", "hanako@example.com", "一致していません"],
    ["contactFamily", "長".repeat(41), "40文字以内"],
  ] as const)("says what is wrong with %s %s", (name, value, why) => {
    const draft = { ...mended(typed, draftMends), [name]: value };
    expect(faultsOf(draft, draftRules)[name]).toContain(why);
  });

  it("takes for a telephone number exactly what the contract takes", () => {
    const schema = JSON.parse(JSON.stringify(Application.properties.telephone)) as {
      pattern: string;
    };
    const pattern = new RegExp(schema.pattern);
    for (const number of ["0312345678", "09012345678", "031234567", "3123456789", "０３"]) {
      const fault = faultsOf({ ...emptyDraft, telephone: number }, draftRules).telephone;
      expect(fault === undefined).toBe(pattern.test(number));
    }
  });
});
