import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const month = join(samples, "month");

const show = (...args: readonly string[]) => runCommandFile(["show", ...args]);

describe("tsunagi show", () => {
  it("shows the documents of a folder in words, in the order in which they were exported", async () => {
    const { code, stdout, stderr } = await show(month);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("試験");
    const titles = stdout.split("\n").filter((line) => line.startsWith("■"));
    expect(titles.map((title) => title.slice(0, 6))).toEqual(["■ サービス", "■ 実績（第"]);
  });

  it("prints them as one JSON array", async () => {
    const documents = JSON.parse((await show(month, "--json")).stdout) as { kind: string }[];
    expect(documents.map(({ kind }) => kind)).toEqual(["plan-of-use", "results"]);
    const nothing = await show(temporaryFolder(), "--json");
    expect(nothing).toMatchObject({ code: 0, stdout: "[]\n" });
  });

  it("shows what can be read, and says on standard error what could not", async () => {
    const { code, stdout, stderr } = await show(join(samples, "broken", "required"), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toContain("1行目");
    const folder = temporaryFolder();
    const [name = ""] = readdirSync(month);
    cpSync(join(month, name), join(folder, "よてい.csv"));
    const unnamed = await show(folder);
    expect(unnamed.code).toBe(1);
    expect(unnamed.stdout).toBe("書類として示せるものはありませんでした。\n");
    expect(unnamed.stderr).toContain("よてい.csv");
  });

  it("exits 2 where there is nothing", async () => {
    expect((await show(join(samples, "nowhere"))).code).toBe(2);
    expect((await show()).code).toBe(2);
  });
});
