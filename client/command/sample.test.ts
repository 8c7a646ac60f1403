import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const small = ["--offices", "8", "--users", "5", "--month", "202611"];

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const sample = (...args: readonly string[]) => runCommandFile(["sample", ...args]);

function filesIn(out: string): Map<string, string> {
  return new Map(
    readdirSync(out, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(CSV|jpg)$/.test(name))
      .map((name) => [name, readFileSync(join(out, name), "hex")]),
  );
}

describe("tsunagi sample", () => {
  it("writes a month by sending office that conforms, the same for the same seed", async () => {
    const [one, again, other] = ["one", "again", "other"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const { code, stdout } = await sample("--seed", "7", ...small, "--out", one);
    expect(code).toBe(0);
    expect(stdout).toContain("8 事業所、利用者 5 人の、令和8年11月分です。");
    const files = filesIn(one);
    expect(stdout).toContain(`${files.size} ファイル`);
    for (const name of files.keys()) {
      const [office, file = ""] = name.split(/[/\\]/);
      expect(file).toContain(`_${office}_`);
    }
    expect((await runCommandFile(["check", one])).stdout).toContain("すべてこのまま送れます。");

    await sample("--seed", "7", ...small, "--out", again);
    expect(filesIn(again)).toEqual(files);
    await sample("--seed", "8", ...small, "--out", other);
    expect(filesIn(other)).not.toEqual(files);
  });

  it("adds to a folder that is not empty only when told so", async () => {
    writeFileSync(join(folder, "大事.txt"), "x");
    const refused = await sample(...small, "--out", folder);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("空でないフォルダーには書き出しません");
    expect(readdirSync(folder)).toEqual(["大事.txt"]);
    const forced = await sample(...small, "--out", folder, "--force", "--json");
    expect(JSON.parse(forced.stdout)).toMatchObject({ seed: 1, offices: 8, users: 5 });
    expect(readdirSync(folder).length).toBeGreaterThan(1);
  });

  it("says which value is wrong, and exits 2", async () => {
    for (const [option, value, sentence] of [
      ["--month", "202613", "「202613」は年月ではありません。"],
      ["--users", "0", "利用者の数は"],
      ["--offices", "多", "事業所の数は"],
      ["--seed", "1.5", "整数"],
    ] as const) {
      const { code, stderr } = await sample(option, value, "--out", folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    }
    expect(await sample()).toMatchObject({ code: 2, stdout: "" });
  });
});
