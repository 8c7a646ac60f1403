import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeMs932 } from "@tsunagi/standard";
import { beforeEach, describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const month = join(samples, "month");
const names = readdirSync(month).sort();

let given: string;
let out: string;
beforeEach(() => {
  given = join(temporaryFolder(), "given");
  out = join(temporaryFolder(), "out", "mended");
});

const mend = (...args: readonly string[]) => runCommandFile(["mend", ...args]);

function bytesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "hex")]),
  );
}

/** The month as an editor saves it that knows only UTF-8 and line feeds, in small letters. */
function damage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const text = decodeMs932(readFileSync(join(month, name))).replaceAll("\r\n", "\n");
    writeFileSync(join(folder, name.toLowerCase()), text);
  }
}

describe("tsunagi mend", () => {
  it("gives files that conform out byte for byte, with what lies beside them", async () => {
    cpSync(month, join(given, "12月"), { recursive: true });
    writeFileSync(join(given, "会議.pdf"), "%PDF");
    const { code, stdout } = await mend(given, "--out", out);
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", "")).toContain("直したところはなく、どれももとのままです。");
    expect(bytesIn(join(out, "12月"))).toEqual(bytesIn(month));
    expect(readFileSync(join(out, "会議.pdf"), "utf8")).toBe("%PDF");
  });

  it("puts right what is certain and says what it did; the files given stay as they were", async () => {
    damage(join(given, "12月"));
    const before = bytesIn(join(given, "12月"));
    const { code, stdout } = await mend(given, "--out", out);
    expect(code).toBe(0);
    expect(stdout).toContain("文字コードを MS932（シフトJIS）に直しました");
    expect(stdout).toContain("4 ファイル、2 の送信単位を見ました。すべてこのまま送れます。");
    expect(bytesIn(join(out, "12月"))).toEqual(bytesIn(month));
    expect(bytesIn(join(given, "12月"))).toEqual(before);
  });

  it("exits 1 and says so when something is left for a person", async () => {
    const { code, stdout } = await mend(join(samples, "broken", "required"), "--out", out);
    expect(code).toBe(1);
    expect(stdout).toContain("「利用者氏名」が空です。");
  });

  it("prints as JSON what it did to each file and what is left", async () => {
    damage(given);
    const { code, stdout } = await mend(given, "--out", out, "--json");
    expect(code).toBe(0);
    const { files, sets, errors } = JSON.parse(stdout) as {
      files: readonly { from: string; file: string; mended: readonly { code: string }[] }[];
      sets: readonly object[];
      errors: number;
    };
    expect(files.map(({ from }) => from)).toEqual(
      names.map((name) => join(given, name.toLowerCase())),
    );
    expect(files.map(({ file }) => file)).toEqual(names.map((name) => join(out, name)));
    expect(files[0]?.mended.map((mending) => mending.code)).toContain("encoding");
    expect([sets.length, errors]).toEqual([2, 0]);
  });

  it("never writes over anything unless told to, and then not over what it reads", async () => {
    damage(given);
    mkdirSync(out, { recursive: true });
    const [first = ""] = names;
    writeFileSync(join(out, first), "大事");
    const refused = await mend(given, "--out", out);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain(
      `すでにファイルがあるので、書き出しません: ${join(out, first)}`,
    );
    expect(readdirSync(out)).toEqual([first]);
    expect((await mend(given, "--out", out, "--force")).code).toBe(0);
    expect(bytesIn(out)).toEqual(bytesIn(month));

    for (const own of [given, join(given, "..")]) {
      const { code, stderr } = await mend(given, "--out", own, "--force");
      expect(code).toBe(2);
      expect(stderr).toContain("別のフォルダーを指定してください");
    }
  });

  it("does not take up again what an earlier run wrote among the files", async () => {
    damage(given);
    const inside = join(given, "mended");
    expect((await mend(given, "--out", inside)).code).toBe(0);
    expect((await mend(given, "--out", inside, "--force")).code).toBe(0);
    expect(readdirSync(inside).sort()).toEqual(names);
  });

  it("does not let two files go to one place", async () => {
    cpSync(month, given, { recursive: true });
    const [first = ""] = names;
    cpSync(join(month, first), join(given, first.replace(".CSV", " - コピー.CSV")));
    const { code, stderr } = await mend(given, "--out", out);
    expect(code).toBe(2);
    expect(stderr).toContain("同じところへ書き出すことになるファイルが二つあります");
  });

  it("says what is missing, and exits 2", async () => {
    expect(await mend(month)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--out <folder> を指定してください。"),
    });
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(await mend(month, "--out", file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("書けません"),
    });
  });
});
