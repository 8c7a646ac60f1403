import { describe, expect, it } from "vitest";
import { recordInWords, serviceInWords, timesInWords } from "./field-words.ts";

describe("a record in words", () => {
  const supplement = {
    csvVersion: "202407",
    insuredNumber: "0000000001",
    planChangedOn: "00000000",
    name: "試験　花子",
    sex: "2",
    birthDate: "19400401",
    careLevel: "22",
    limitUnits: 19705,
    type1ServiceType: "11",
    month: "202612",
    identifier: "",
  };

  it("names the fields as the standard does, in its order, and tells their values as paper does", () => {
    const told = recordInWords("UPHOSOKU", supplement, ["insuredNumber"]);
    expect(told.map(({ name, words }) => [name, words])).toEqual([
      ["利用者氏名", "試験　花子"],
      ["利用者性別", "女性"],
      ["利用者生年月日", "昭和15年4月1日"],
      ["要介護状態区分", "要介護２"],
      ["区分支給限度基準額", "19,705"],
      ["１サービス種類コード", "訪問介護"],
      ["対象年月", "令和8年12月"],
    ]);
  });

  it("keeps what it does not understand as it stands", () => {
    const told = recordInWords("UPHOSOKU", { sex: "9", birthDate: "昭和15年", careLevel: "99" });
    expect(told.map(({ words }) => words)).toEqual(["9", "昭和15年", "99"]);
  });
});

describe("times and services", () => {
  it("are told as far as they are known", () => {
    expect(timesInWords("0900", "0930")).toBe("9:00〜9:30");
    expect(timesInWords("2230", undefined)).toBe("22:30〜");
    expect(timesInWords("9999", "9999")).toBe("時間なし");
    expect(timesInWords(undefined, undefined)).toBe("");
    expect(serviceInWords("111111")).toBe("訪問介護 111111");
    expect(serviceInWords("ZZ1111")).toBe("ZZ1111");
  });
});
