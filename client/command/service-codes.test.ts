import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { practiceServiceCodes } from "@tsunagi/samples";
import { createAuthority } from "@tsunagi/sealing";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommandFile } from "../testing/run-command.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const folder = temporaryFolder();
const table = join(folder, "表.csv");

beforeAll(async () => {
  const { certificate } = await createAuthority({
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2036-01-01T00:00:00Z"),
  });
  writeFileSync(join(folder, "ca.pem"), certificate);
});

function load(path: string, ...options: readonly string[]) {
  const centre = ["--centre", "https://127.0.0.1:1", "--authority", join(folder, "ca.pem")];
  const office = ["--folder", join(folder, "office")];
  return runCommandFile([...office, ...centre, ...options, "service-codes", path]);
}

describe("tsunagi service-codes", () => {
  it("loads a table", async () => {
    writeFileSync(table, practiceServiceCodes().bytes);
    const { code, stdout } = await load(table);
    expect(code).toBe(0);
    expect(stdout).toContain("行のサービスコード表を入れました。");
  });

  it("names each wrong line, leaves the table as it was, and exits 1", async () => {
    const text = new TextDecoder().decode(practiceServiceCodes().bytes);
    writeFileSync(table, text.replace("11Z102", "11z102"));
    const { code, stdout } = await load(table);
    expect(code).toBe(1);
    expect(stdout).toContain("3行目: サービスコード「11z102」");
    const told = JSON.parse((await load(table, "--json")).stdout);
    expect(told).toMatchObject({
      table: { name: "表.csv" },
      faults: [{ line: 3 }],
    });
  });

  it("says that a file is not there, and exits 2", async () => {
    const { code, stderr } = await load(join(folder, "ない.csv"));
    expect(code).toBe(2);
    expect(stderr).toContain("読めません");
  });
});
