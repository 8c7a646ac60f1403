import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const month = join(samples, "month");

const print = (...args: readonly string[]) => runCommandFile(["print", ...args]);

/** How many pages a PDF says that it has. */
function pagesOf(path: string): number {
  const text = readFileSync(path, "latin1");
  expect(text.startsWith("%PDF-1.7")).toBe(true);
  return Number(/\/Type \/Pages\n\/Count (\d+)/u.exec(text)?.[1]);
}

describe("tsunagi print", () => {
  it("writes a PDF for each set, called as its files", async () => {
    const out = join(temporaryFolder(), "pdf");
    const { code, stdout, stderr } = await print(month, "--out", out);
    expect([code, stderr]).toEqual([0, ""]);
    expect(readdirSync(out)).toEqual([
      "UPJSK_202612_1370000029_11_1370000011_43_20270102090000.pdf",
      "UPPLAN_202612_1370000011_43_1370000029_11_20261120100000.pdf",
    ]);
    expect(stdout).toContain(
      "UPPLAN_202612_1370000011_43_1370000029_11_20261120100000.pdf  帳票 2 件、2 ページ",
    );
    expect(pagesOf(join(out, readdirSync(out)[1] ?? ""))).toBe(2);
  });

  it("writes all into one with contents, and says as JSON how much it is", async () => {
    const out = temporaryFolder();
    const { code, stdout } = await print(month, "--out", out, "--together", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([{ name: "帳票.pdf", forms: 3, pages: 4 }]);
    expect(readdirSync(out)).toEqual(["帳票.pdf"]);
    expect(pagesOf(join(out, "帳票.pdf"))).toBe(4);
  });

  it("writes over nothing unless told to", async () => {
    const out = temporaryFolder();
    await print(month, "--out", out, "--together");
    const again = await print(month, "--out", out, "--together");
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining("すでにファイルがある"),
    ]);
    expect((await print(month, "--out", out, "--together", "--force")).code).toBe(0);
  });

  it("prints what can be read, and says on standard error what could not", async () => {
    const out = temporaryFolder();
    const { code, stderr } = await print(join(samples, "broken", "required"), "--out", out);
    expect([code, stderr]).toEqual([1, expect.stringContaining("1行目")]);
  });

  it("leaves no file where there is no form", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    const [name = ""] = readdirSync(month);
    cpSync(join(month, name), join(folder, "よてい.csv"));
    const { code, stdout } = await print(folder, "--out", out);
    expect([code, stdout]).toEqual([1, "帳票にするものはありませんでした。\n"]);
    expect(readdirSync(out)).toEqual([]);
  });
});
