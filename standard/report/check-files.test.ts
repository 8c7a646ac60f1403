import { describe, expect, it } from "vitest";
import { encodeMs932 } from "../ms932/encode.ts";
import { planOfUse, results } from "../rules/samples/base-sets.ts";
import { checkFiles } from "./check-files.ts";
import type { GivenFile, Progress } from "./report.ts";

const memo = given("memo.txt", "あ");

describe("a report", () => {
  it("has the files in the order in which they were given, and the sets in the order of their times", async () => {
    const files = [...results().given(), memo, ...planOfUse().given().toReversed()];
    const report = await checkFiles(files);
    expect(report.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    expect(report.sets.map(({ kind }) => kind)).toEqual(["plan-of-use", "results"]);
    expect(report.sets.flatMap((set) => set.files).map(({ name }) => name)).toEqual(
      [...planOfUse().given().toReversed(), ...results().given()].map(({ name }) => name),
    );
  });

  it("counts the errors and warnings of files and sets, those that are not listed too", async () => {
    const [plan] = planOfUse().given();
    if (plan === undefined) throw new Error("the sample has no file");
    const wrong = given(plan.name, "1,2\r\n".repeat(2000));
    const report = await checkFiles([wrong]);
    expect(report.files[0]?.errors).toBe(2000);
    expect(report.errors).toBe(2000 + (report.sets[0]?.findings.length ?? 0));
  });

  it("keeps nothing of the rows", async () => {
    const report = await checkFiles([...planOfUse().given(), ...results().given()]);
    const files = [...report.files, ...report.sets.flatMap((set) => set.files)];
    expect(files.every(({ facts }) => facts === undefined)).toBe(true);
  });

  it("tells how far it is", async () => {
    const seen: Progress[] = [];
    const bytes = encodeMs932("あ");
    const pieces = { ...memo, size: 2, read: () => [bytes.subarray(0, 1), bytes.subarray(1)] };
    await checkFiles([pieces, { ...pieces, path: "2" }], (progress) => seen.push(progress));
    expect(seen.map(({ bytesDone, filesDone }) => [bytesDone, filesDone])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
    expect(seen[0]).toMatchObject({ files: 2, bytes: 4 });
  });
});

function given(name: string, text: string): GivenFile {
  const bytes = encodeMs932(text);
  return { path: name, name, size: bytes.length, read: () => [bytes] };
}
