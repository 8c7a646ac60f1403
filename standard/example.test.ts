import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeFolder, mend, readSet } from "./example.ts";
import { decodeMs932 } from "./ms932/decode.ts";
import { planOfUse, results } from "./rules/samples/base-sets.ts";

it("the README shows the example that is tested here", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const example = readFileSync(new URL("example.ts", import.meta.url), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});

it("a folder is described set by set, after what is wrong in its files", async () => {
  const folder = planOfUse().without("UPSIKYU").and(results().withoutRow("UPJSK", 1));
  expect(await describeFolder(folder.given())).toEqual([
    "plan-of-use 202612 to 1370000029: not ready",
    "results 202612 to 1370000011: ready",
  ]);
  const [problem] = await describeFolder(results().with("UPJSK", 2, { count: "" }).given());
  expect(problem).toMatch(/^1\/UPJSK.* 2\.14: 「サービス回数」が空です/);
});

it("what is certain is mended, and what is left is said", () => {
  const [[name = "", bytes = new Uint8Array()] = []] = filesOf(
    results().with("UPJSK", 2, { count: "" }),
  );
  const utf8 = new TextEncoder().encode(decodeMs932(bytes));
  const [now, ...said] = mend(name.replace(".CSV", ".csv"), utf8);
  expect(now).toBe(name);
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(said.at(-1)).toContain("「サービス回数」が空です");
});

it("a set is read as a document and written as the same bytes", () => {
  const files = filesOf(planOfUse());
  const { words, again } = readSet(files);
  expect(words.join("\n")).toContain("試験　花子");
  expect(again).toEqual(files);
});

function filesOf(files: ReturnType<typeof planOfUse>): Map<string, Uint8Array> {
  return new Map(files.contents().map(({ name, bytes }) => [name, bytes]));
}
