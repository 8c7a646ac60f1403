import { describe, expect, it } from "vitest";
import { mendName, mendOfficeId, mendPersonId, mendTelephone, mendWidth } from "./mend-input.ts";

describe("telephone numbers", () => {
  it.each([
    "03-1234-5678",
    "０３－１２３４－５６７８",
    "03ー1234ー5678",
    "03‐1234−5678",
    "(03) 1234 5678",
    "（０３）１２３４　５６７８",
    " 0312345678 ",
  ])("%s is 0312345678", (typed) => {
    expect(mendTelephone(typed)).toBe("0312345678");
  });

  it("leaves alone what it cannot be sure of", () => {
    expect(mendTelephone("03-1234-567x")).toBe("031234567x");
    expect(mendTelephone("+81 3 1234 5678")).toBe("+81312345678");
  });
});

describe("IDs and addresses", () => {
  it("turns wide and small letters of an office ID into capitals", () => {
    expect(mendOfficeId("ｋｊ１３ 1370000011")).toBe("KJ131370000011");
    expect(mendOfficeId("kj13-12A3456789")).toBe("KJ1312A3456789");
  });

  it("turns a person's ID small", () => {
    expect(mendPersonId("Ｃ００００００００１")).toBe("c000000001");
  });

  it("makes an e-mail address half-width and keeps its case", () => {
    expect(mendWidth("　Ｈａｎａｋｏ＠example.jp ")).toBe("Hanako@example.jp");
  });

  it("keeps a name as it is written", () => {
    expect(mendName("　髙橋 ")).toBe("髙橋");
    expect(mendName("ＡＢＣ")).toBe("ＡＢＣ");
  });
});
