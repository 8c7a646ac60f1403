import fc from "fast-check";
import { expect, it } from "vitest";
import { FileCheck } from "../check/file-check.ts";
import { encodeMs932 } from "../ms932/encode.ts";
import { planOfUse } from "../rules/samples/base-sets.ts";
import { givenBytes } from "./given-bytes.ts";
import { keepsPromises } from "./invariants.ts";

it("any file at all keeps the promises of checking, reading and mending", async () => {
  await fc.assert(fc.asyncProperty(givenBytes(), keepsPromises), { seed: 12, numRuns: 400 });
});

const row = "202407,139999,0000000001,20261120,202612,1370000011,";
const [plan] = planOfUse().given();
const planName = plan?.name ?? "";
const megabyte = 1024 * 1024;

it.each<[what: string, piece: string, pieces: number, rule: string, most: number]>([
  ["a quote that is never closed, for 64 MB", "あ".repeat(32_768), 1024, "open-quote", 3],
  [
    "rows of a hundred thousand columns",
    `${row}${",x".repeat(100_000)}\r\n`,
    100,
    "field-count",
    110,
  ],
  ["nothing but NULs, for 64 MB", "\0".repeat(megabyte), 64, "row-too-long", 3],
  ["nothing but line ends, for 8 MB", "\r\n".repeat(65_536), 64, "empty-row", 110],
  ["a fault in each of 200,000 rows", `${row}髙見\r\n`.repeat(1000), 200, "field-count", 110],
  ["nothing but quotes, for 16 MB", '"'.repeat(megabyte), 16, "open-quote", 3],
])("%s: a finding, and memory stays flat", (_, piece, pieces, rule, most) => {
  const check = new FileCheck(planName);
  if (rule === "open-quote") check.push(encodeMs932(`${row}"`));
  const bytes = encodeMs932(piece);
  const before = process.memoryUsage().arrayBuffers;
  for (let count = 0; count < pieces; count++) check.push(bytes);
  const held = process.memoryUsage().arrayBuffers - before;
  const { findings } = check.end();
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  expect(findings.length).toBeLessThanOrEqual(most);
  expect(held).toBeLessThan(64 * megabyte);
});
