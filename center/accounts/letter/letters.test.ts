import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../../testing/databases.ts";
import { type CommandOutcome, runCenterCommand } from "../../testing/process.ts";

describeOnEachDatabase("letters to offices", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let files = 0;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { clock: () => new Date() });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const newFile = (): string => {
    files += 1;
    return path(place.dataFolder, `letters-${files}.pdf`);
  };
  const office = (...args: readonly string[]): Promise<CommandOutcome> =>
    runCenterCommand(place, "office", ...args);
  const register = async (...numbers: readonly string[]): Promise<void> => {
    const file = path(place.dataFolder, "register.csv");
    const rows = numbers.map(
      (number) =>
        `${number},見本ケア ${number},訪問介護,130-0001,東京都見本区見本町1-2-3 見本ビル 10階`,
    );
    writeFileSync(file, ["事業所番号,事業所名,サービス種類,郵便番号,住所", ...rows].join("\n"));
    expect((await office("import", file)).code).toBe(0);
  };

  it("hold what an office logs in with; the passwords are nowhere else", async () => {
    await register("1300000001");
    const file = newFile();
    const said = await office(
      "issue",
      "1300000001",
      "--letters",
      file,
      "--portal-url",
      "https://renkei.example.jp/portal/",
      "--help-desk",
      "0120-000-000 (平日9時から17時)",
    );
    expect(said).toMatchObject({ code: 0 });
    const [page = "", ...others] = pagesOf(file);
    expect(others).toEqual([]);
    expect(page).toContain("〒130-0001");
    expect(page).toContain("見本ケア 1300000001 御中");
    expect(page).toContain("https://renkei.example.jp/portal/");
    const officeId = "KJ131300000001";
    expect(page.replaceAll(" ", "")).toContain(officeId);
    const [provisional = "", issue] = page.match(/[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/g) ?? [];
    expect(issue).toBeDefined();
    expect(said.stdout).not.toContain(provisional);
    expect(statSync(file).mode & 0o077).toBe(0);
    const session = await center
      .callWeb()
      .logInOffice({ body: { officeId, password: provisional } });
    expect(session.passwordChangeRequired).toBe(true);
  });

  it("are written for all offices without an account, so many at a time", async () => {
    await register("1300000011", "1300000012", "1300000013");
    const [first, second, third] = [newFile(), newFile(), newFile()];
    expect((await office("issue", "--all-new", "--most", "2", "--letters", first)).code).toBe(0);
    expect(pagesOf(first)).toHaveLength(2);
    expect((await office("issue", "--all-new", "--letters", second)).code).toBe(0);
    expect(pagesOf(second)).toHaveLength(1);
    expect((await office("issue", "--all-new", "--letters", third)).stdout).toContain("ありません");
    expect(existsSync(third)).toBe(false);
  });

  it("are never written over, and without them nothing is issued", async () => {
    await register("1300000021");
    const file = newFile();
    writeFileSync(file, "letters of yesterday");
    const over = await office("issue", "1300000021", "--letters", file);
    expect(over.code).toBe(1);
    expect(over.stderr).toContain("[letters-exist]");
    expect(readFileSync(file, "utf8")).toBe("letters of yesterday");
    const nowhere = path(place.dataFolder, "no-such-folder", "letters.pdf");
    expect((await office("issue", "1300000021", "--letters", nowhere)).code).not.toBe(0);
    const [{ count }] = await center.sql<[{ count: string }]>`
      select count(*) from office_accounts where office = '1300000021'`;
    expect(count).toBe("0");
  });

  it("say which offices are unknown, or have an account", async () => {
    await register("1300000031");
    const unknown = await office("issue", "1300000039", "1300000031", "--letters", newFile());
    expect(unknown.stderr).toMatch(/1300000039.*\[office-unknown\]/);
    expect((await office("issue", "1300000031", "--letters", newFile())).code).toBe(0);
    const again = await office("issue", "1300000031", "--letters", newFile());
    expect(again.stderr).toMatch(/1300000031.*\[account-exists\]/);
    const file = newFile();
    expect((await office("reissue", "1300000031", "--letters", file)).code).toBe(0);
    expect(pagesOf(file)).toHaveLength(1);
    expect((await office("issue", "--letters", newFile())).code).toBe(2);
  });
});

function pagesOf(file: string): readonly string[] {
  return execFileSync("pdftotext", ["-layout", file, "-"]).toString().split("\f").slice(0, -1);
}
