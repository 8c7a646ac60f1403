import { describe, expect, it } from "vitest";
import { mendTelephone, mendWidth } from "../words/mend-input.ts";
import { faultsOf, mended, needed } from "./form-values.ts";

const values = { telephone: "０３-1234-5678", email: "a@example.jp", emailAgain: " a@example.jp" };

describe("the values of a form", () => {
  it("mends only the fields that have a mend", () => {
    expect(mended(values, { telephone: mendTelephone, emailAgain: mendWidth })).toEqual({
      telephone: "0312345678",
      email: "a@example.jp",
      emailAgain: "a@example.jp",
    });
  });

  it("lets a rule look at the other fields, and names only what is wrong", () => {
    const rules = {
      telephone: needed("電話番号"),
      emailAgain: (again: string, all: typeof values) =>
        again === all.email ? undefined : "一致していません。",
    };
    expect(faultsOf(values, rules)).toEqual({ emailAgain: "一致していません。" });
    expect(faultsOf({ ...values, telephone: "　" }, rules)).toEqual({
      telephone: "電話番号を入力してください。",
      emailAgain: "一致していません。",
    });
  });
});
