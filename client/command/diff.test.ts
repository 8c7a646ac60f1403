import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const month = join(samples, "month");
const results = join(month, "UPJSK_202612_1370000029_11_1370000011_43_20270102090000.CSV");

const diff = (...args: readonly string[]) => runCommandFile(["diff", ...args]);

/** The plan of the month in a folder of its own, its files changed. */
function planWith(change: (text: string) => string): string {
  const folder = join(temporaryFolder(), "plan");
  mkdirSync(folder);
  for (const name of readdirSync(month)) {
    if (name.startsWith("UPJSK")) continue;
    // Latin-1 keeps every byte of MS932 as it is.
    const text = readFileSync(join(month, name), "latin1");
    writeFileSync(join(folder, name), change(text), "latin1");
  }
  return folder;
}

describe("tsunagi diff", () => {
  it("says what became of a plan, and ends with 1 where something differs", async () => {
    const { code, stdout, stderr } = await diff(month, results);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("予定と実績を比べました。利用者 1 人のうち 1 人に違いがあります。");
    expect(stdout).toContain("時　10日（木）　時刻 09:00-09:30 → 09:10-09:40");
    expect(stdout).toContain("－　31日（木）　実績にありません");
    expect(stdout).toContain("限度額　19,705単位のうち 2,847単位。あと 16,858単位あります。");
  });

  it("takes plan and results in either order", async () => {
    const { before, after } = JSON.parse((await diff(results, month, "--json")).stdout) as {
      before: string;
      after: string;
    };
    expect([before, after]).toEqual(["plan", "results"]);
  });

  it("ends with 0 where two plans are the same", async () => {
    const { code, stdout } = await diff(
      month,
      planWith((text) => text),
    );
    expect(code).toBe(0);
    expect(stdout).toContain("前の予定と新しい予定を比べました。利用者 1 人に、違いはありません。");
  });

  it("prints a comparison as JSON: every visit once, with what changed", async () => {
    const later = planWith((text) => text.replaceAll(",0900,0930,", ",0930,1000,"));
    const { code, stdout } = await diff(month, later, "--json");
    expect(code).toBe(1);
    const comparison = JSON.parse(stdout) as {
      same: boolean;
      users: { visits: { outcome: string; changes?: string[] }[] }[];
    };
    expect(comparison.same).toBe(false);
    const { visits } = comparison.users[0] ?? { visits: [] };
    expect(visits.filter(({ outcome }) => outcome === "same")).toHaveLength(5);
    expect(visits.filter(({ changes }) => changes?.includes("time"))).toHaveLength(9);
    expect(visits).toHaveLength(14);
  });

  it("does not call the same what it could not read", async () => {
    const unreadable = planWith((text) => text.replace(",20261231,", ",20261232,"));
    const without = planWith((text) =>
      text
        .split("\r\n")
        .filter((row) => !row.includes(",20261231,"))
        .join("\r\n"),
    );
    const { code, stderr } = await diff(unreadable, without);
    expect(code).toBe(1);
    expect(stderr).toContain("行目");
  });

  it("asks whether the files are right where the months differ", async () => {
    const january = planWith((text) => text.replaceAll("202612", "202701"));
    const { code, stdout } = await diff(month, january);
    expect(code).toBe(1);
    expect(stdout).toContain("対象の月が違います");
  });

  it("ends with 2 where there is nothing to compare", async () => {
    const { code, stderr } = await diff(month, temporaryFolder());
    expect(code).toBe(2);
    expect(stderr).toContain("予定（UPPLAN）も実績（UPJSK）もありません");
    expect((await diff(month)).code).toBe(2);
  });
});
