import { describe, expect, it } from "vitest";
import { base32, findStep, newTotpKey, otpauthUri, stepOf, totp } from "./totp.ts";

const key = Buffer.from("12345678901234567890");

describe("a code of an authenticator app", () => {
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("is at %d seconds what RFC 6238 says (appendix B)", (seconds, code) => {
    expect(totp(key, stepOf(new Date(seconds * 1000)), 8)).toBe(code);
  });

  it("may come from a clock that is off by one step, and not by two", () => {
    const now = new Date("2026-11-23T12:00:00Z");
    const step = stepOf(now);
    const found = (of: number): number | undefined =>
      findStep(key, totp(key, of), { now, after: 0 });
    expect([-2, -1, 0, 1, 2].map((off) => found(step + off))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
  });

  it("serves once, and none before it serves after it", () => {
    const now = new Date("2026-11-23T12:00:00Z");
    const step = stepOf(now);
    expect(findStep(key, totp(key, step), { now, after: step })).toBeUndefined();
    expect(findStep(key, totp(key, step - 1), { now, after: step })).toBeUndefined();
    expect(findStep(key, totp(key, step + 1), { now, after: step })).toBe(step + 1);
  });
});

describe("the key of an authenticator app", () => {
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foobar", "MZXW6YTBOI"],
  ])("is written as RFC 4648 says: %s", (text, written) => {
    expect(base32(Buffer.from(text))).toBe(written);
  });

  it("has 160 bits, and stands in the address that the QR code holds", () => {
    const fresh = newTotpKey();
    const uri = new URL(otpauthUri(fresh, "KJ131300000001"));
    expect(fresh).toHaveLength(20);
    expect(uri.searchParams.get("secret")).toBe(base32(fresh));
    expect(uri.searchParams.get("issuer")).toBe("ケアプランデータ連携");
    expect(uri.pathname).toContain("KJ131300000001");
  });
});
