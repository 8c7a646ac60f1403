import { describe, expect, it } from "vitest";
import { corporationId, isCorporationNumber, numberOfId } from "./corporation-number.ts";

describe("the number of a corporation", () => {
  it("begins with its check digit", () => {
    // That of the National Tax Agency, which gives them.
    expect(isCorporationNumber("7000012050002")).toBe(true);
    expect(isCorporationNumber("6000012050002")).toBe(false);
  });

  it("is none with one digit changed, or two neighbours exchanged", () => {
    const number = "7000012050002";
    expect(isCorporationNumber(number)).toBe(true);
    expect(isCorporationNumber("7000012050003")).toBe(false);
    expect(isCorporationNumber("7000021050002")).toBe(false);
    expect(isCorporationNumber("700001205000")).toBe(false);
    expect(isCorporationNumber("7.00001E+12")).toBe(false);
  });

  it("stands in the ID of its account, as people type it", () => {
    expect(corporationId("7000012050002")).toBe("HJ7000012050002");
    expect(numberOfId("ｈｊ7000012050002 ")).toBe("7000012050002");
    expect(numberOfId("KJ131300000001")).toBeUndefined();
  });
});
