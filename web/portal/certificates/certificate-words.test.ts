import type { IssuedCertificate } from "@tsunagi/contract/exchange";
import { expect, it } from "vitest";
import { inOrder, stateOf } from "./certificate-words.ts";

const now = new Date("2026-11-23T00:00:00.000Z");

it.each([
  ["2029-11-22T00:00:00.000Z", null, "valid"],
  ["2027-02-21T00:00:00.000Z", null, "ends-soon"],
  ["2026-11-23T00:00:00.000Z", null, "expired"],
  ["2029-11-22T00:00:00.000Z", "2026-11-01T00:00:00.000Z", "revoked"],
] as const)("a certificate until %s, revoked %s, is %s", (notAfter, revokedAt, state) => {
  expect(stateOf({ notAfter, revokedAt }, now)).toBe(state);
});

const make = (serial: string, notBefore: string, revokedAt: string | null): IssuedCertificate => ({
  serial,
  kind: "KaigoJigyousho",
  notBefore,
  notAfter: "2029-11-22T00:00:00.000Z",
  fingerprint: "",
  pem: "",
  revokedAt,
});

it("lists the certificate in use first, then the newest", () => {
  const list = [
    make("01", "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"),
    make("02", "2025-01-01T00:00:00.000Z", null),
    make("03", "2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"),
  ];
  expect(inOrder(list, now).map(({ serial }) => serial)).toEqual(["02", "03", "01"]);
});
