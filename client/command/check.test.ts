import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import type { ReportJson } from "./report-json.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const month = join(samples, "month");
const withHeader = join(samples, "broken", "header-row");

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const check = (...args: readonly string[]) => runCommandFile(["check", ...args]);

async function report(...args: readonly string[]): Promise<ReportJson> {
  return JSON.parse((await check(...args, "--json")).stdout) as ReportJson;
}

describe("tsunagi check", () => {
  it("finds nothing wrong with what conforms, without any office's folder", async () => {
    expect(await check(month)).toEqual({
      code: 0,
      stdout: "4 ファイル、2 の送信単位を見ました。すべてこのまま送れます。\n",
      stderr: "",
    });
  });

  it("says first how it stands, then to whom what cannot go, and why", async () => {
    const { code, stdout } = await check(month, withHeader);
    expect(code).toBe(1);
    const lines = stdout.split("\n");
    expect(lines[0]).toBe(
      "5 ファイル、3 の送信単位を見ました。2 はこのまま送れます。1 つに直すところがあります。",
    );
    expect(lines[3]).toBe(
      "1. 1370000029（訪問介護）宛て サービス利用票・別表（予定） 令和8年12月分",
    );
    expect(stdout).toContain(`(${withHeader})`);
    expect(stdout).toContain("UPSIKYU「第7表（サービス利用票別表）」");
    expect(stdout).toContain("1行目が項目名の見出しです → 見出しの行を取り除く");
    expect(stdout).toContain(readdirSync(withHeader)[0]);
  });

  it("prints one JSON document in the agreed shape, with paths as they were found", async () => {
    const [name = ""] = readdirSync(withHeader);
    const { code, stdout, stderr } = await check(withHeader, "--json");
    expect([code, stderr]).toEqual([1, ""]);
    const { files, sets, errors } = JSON.parse(stdout) as ReportJson;
    const file = join(withHeader, name);
    expect(files).toEqual([
      expect.objectContaining({ file, kind: "UPPLAN", version: "202407", records: 14 }),
    ]);
    expect(files[0]?.findings).toContainEqual(
      expect.objectContaining({ code: "header-row", severity: "error", row: 1 }),
    );
    expect(sets).toEqual([
      {
        kind: "plan-of-use",
        time: "20261120110000",
        from: { office: "1370000011", serviceType: "43" },
        to: { office: "1370000029", serviceType: "11" },
        month: "202612",
        files: [file],
        findings: [
          expect.objectContaining({ code: "set-incomplete", severity: "error", files: [file] }),
        ],
      },
    ]);
    expect(errors).toBe(
      [...files, ...sets]
        .flatMap(({ findings }): readonly { severity: string }[] => findings)
        .filter(({ severity }) => severity === "error").length,
    );
  });

  it("walks folders in the order of names, and takes each file once", async () => {
    cpSync(month, join(folder, "b", "12月"), { recursive: true });
    const [name = ""] = readdirSync(withHeader);
    cpSync(join(withHeader, name), join(folder, "a", name), { recursive: true });
    const { files } = await report(folder, join(folder, "a", name));
    expect(files.map(({ file }) => file)).toEqual([
      join(folder, "a", name),
      ...readdirSync(month)
        .sort()
        .map((inMonth) => join(folder, "b", "12月", inMonth)),
    ]);
  });

  it("passes over what is hidden, an attachment, or nothing of the standard, and says so", async () => {
    cpSync(month, folder, { recursive: true });
    for (const name of [".DS_Store", "Thumbs.db", "会議.pdf", "覚え書き.txt"]) {
      writeFileSync(join(folder, name), "x");
    }
    mkdirSync(join(folder, ".hidden"));
    cpSync(withHeader, join(folder, ".hidden"), { recursive: true });
    symlinkSync("nowhere", join(folder, "lost.CSV"));
    const { code, stdout } = await check(folder);
    expect(code).toBe(0);
    expect(stdout).toContain("4 ファイル、2 の送信単位");
    expect(stdout).toContain("会議.pdf は、添えて送れます。");
    expect(stdout).toContain("覚え書き.txt は、標準のファイルではないので見ていません。");
    expect(stdout).toContain("隠しファイル 3 つ");
    const { files } = await report(folder);
    expect(files).toContainEqual({
      file: join(folder, "会議.pdf"),
      kind: null,
      version: null,
      records: 0,
      findings: [],
    });
  });

  it("holds a CSV file whose name cannot be read to be meant", async () => {
    const [name = ""] = readdirSync(month);
    cpSync(join(month, name), join(folder, "よてい.csv"));
    const { code, stdout } = await check(folder);
    expect(code).toBe(1);
    expect(stdout).toContain("どの送信単位にも入らないファイルが 1 つあります。");
    const { files, sets } = await report(folder);
    expect(files[0]?.findings).toContainEqual(expect.objectContaining({ code: "file-name" }));
    expect(sets).toEqual([]);
  });

  it("tells the same fault of many sets once, and of each with --all", async () => {
    for (let at = 10; at < 50; at++) {
      const place = join(folder, String(at));
      cpSync(withHeader, place, { recursive: true });
      const [name = ""] = readdirSync(place);
      renameSync(join(place, name), join(place, name.replace(/\d\d\.CSV$/, `${at}.CSV`)));
    }
    const short = (await check(folder)).stdout;
    expect(short).toContain("40 ファイル、40 の送信単位を見ました。40 に直すところがあります。");
    expect(short).toContain("同じことが、ほか 39 の送信単位にもあります");
    expect(short.split("見出しです").length).toBe(2);
    const long = (await check(folder, "--all")).stdout;
    expect(long.split("見出しです").length).toBe(41);
  });

  it("says of wrong use what is wrong, and exits 2", async () => {
    const nowhere = join(folder, "UPPLAN.CSV");
    for (const [args, sentence] of [
      [[], "ファイルかフォルダーを指定してください。"],
      [["--hayaku", month], "--hayaku という指定はありません。"],
      [[month, nowhere], `見つかりません: ${nowhere}`],
    ] as const) {
      const { code, stdout, stderr } = await check(...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(sentence);
    }
  });
});
