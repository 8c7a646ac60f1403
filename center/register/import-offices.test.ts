import { writeFileSync } from "node:fs";
import { join as path } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyAudit } from "../audit/record.ts";
import { openPool, type Sql } from "../database/pool.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, openPortal, password } from "../testing/offices.ts";
import { runCenterCommand } from "../testing/process.ts";
import { type ImportReport, importOffices, type RowFault } from "./import-offices.ts";

describeOnEachDatabase("offices from the public register", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sql: Sql;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sql = openPool(center.databaseUrl, 2);
  });
  afterAll(async () => {
    await sql.end({ timeout: 1 });
    await center.stop();
    await place.remove();
  });

  const take = async (
    content: string | Uint8Array,
  ): Promise<ImportReport & { faults: readonly RowFault[] }> => {
    const file = path(place.dataFolder, "register.csv");
    writeFileSync(file, content);
    const faults: RowFault[] = [];
    const report = await importOffices({ sql, clock: () => center.clock.now }, file, (fault) =>
      faults.push(fault),
    );
    return { ...report, faults };
  };
  const office = async (number: string): Promise<unknown> =>
    (await sql`select * from offices where number = ${number}`)[0];

  it("are one for all rows with their number, with every service, whatever the order of the columns", async () => {
    const report = await take(
      [
        "No,サービスの種類,事業所名,住所,方書（ビル名等）,電話番号,事業所番号,緯度",
        '1,訪問介護,見本ケア,東京都見本区見本町1-2,"見本ビル, 3階",03-0000-0001,1300000101,35.0',
        "2,居宅介護支援,見本居宅,大阪府見本市1,,,2700000102,35.0",
        "3,地域密着型通所介護,見本ケアセンター,,,,1300000101,35.0",
        "4,特定施設入居者生活介護（有料老人ホーム）,見本苑,北海道見本市2,,,0100000103,43.0",
        "",
      ].join("\r\n"),
    );
    expect(report).toEqual({
      rows: 4,
      refusedRows: 0,
      added: 3,
      changed: 0,
      unchanged: 0,
      faults: [],
    });
    expect(await office("1300000101")).toMatchObject({
      name: "見本ケアセンター",
      prefecture: "13",
      service_types: ["11", "78"],
      address: "東京都見本区見本町1-2 見本ビル, 3階",
      telephone: "03-0000-0001",
      certificate_kind: "KaigoJigyousho",
    });
    expect(await office("2700000102")).toMatchObject({ prefecture: "27", service_types: ["43"] });
    expect(await office("0100000103")).toMatchObject({ prefecture: "01", service_types: ["33"] });
  });

  it("come in MS932 as well, and what a spreadsheet did to numbers is put right", async () => {
    const text =
      "事業所番号,事業所名,サービス種類,都道府県,メールアドレス,証明書の種類\n" +
      "１３００００02０1,髙﨑①訪問看護,13,東京都,mihon@example.jp,介護DX証明書\n" +
      "100000202,見本,訪問看護,1,,\n";
    expect(await take(iconv.encode(text, "windows-31j"))).toMatchObject({ added: 2, faults: [] });
    expect(await office("1300000201")).toMatchObject({
      name: "髙﨑①訪問看護",
      email: "mihon@example.jp",
      certificate_kind: "CarePlanJigyousho",
    });
    expect(await office("0100000202")).toMatchObject({ prefecture: "01" });
  });

  it("are told by line where they cannot be taken, and the others are taken", async () => {
    const report = await take(
      [
        "事業所番号,事業所名,サービス種類,メールアドレス",
        "13-1,見本,11,",
        '1300000301,"見本\n二行",空飛ぶ介護,',
        "1300000302,,11,mihon@",
        "1300000303,見本,11",
        "9900000304,見本,11,",
        "1300000305,良い見本,11,",
      ].join("\n"),
    );
    expect(report).toMatchObject({ rows: 6, refusedRows: 5, added: 1 });
    expect(report.faults.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
    const [number, service, several, count, prefecture] = report.faults;
    expect(number?.message).toContain("事業所番号「13-1」");
    expect(service?.message).toContain("サービス種類「空飛ぶ介護」");
    expect(several?.message).toMatch(/事業所名がありません。.*メールアドレス「mihon@」/);
    expect(count?.message).toContain("列が3個");
    expect(prefecture?.message).toContain("都道府県");
  });

  it("are brought up to date when they come again; their account and login stay as they are", async () => {
    const { letter, portal } = await openPortal(center, careManagement);
    const { number } = careManagement;
    const rows = `事業所番号,事業所名,サービス種類,電話番号\n${number},改名した事業所,15,03-0000-0009\n`;
    expect(await take(rows)).toMatchObject({ added: 0, changed: 1 });
    expect(await take(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await take(rows.replace("03-0000-0009", ""))).toMatchObject({ unchanged: 1 });

    expect(await portal.officeAccount()).toMatchObject({
      officeId: letter.officeId,
      office: { name: "改名した事業所" },
      serviceTypes: ["15", "43"],
    });
    const again = { body: { officeId: letter.officeId, password } };
    expect(await center.callWeb().logInOffice(again)).toMatchObject({
      passwordChangeRequired: false,
    });
    expect(await verifyAudit(sql)).toMatchObject({ brokenAt: null });
  });

  it("are none of them taken when the file is no such CSV", async () => {
    const invalid = expect.objectContaining({ code: "input-invalid" });
    const head = "事業所番号,事業所名,サービス種類\n";
    await expect(take("")).rejects.toEqual(invalid);
    await expect(take("番号,名前\n1300000401,見本\n")).rejects.toThrow();
    await expect(take(`${head}1300000401,見本,11\n1300000402,"見本,11\n`)).rejects.toEqual(invalid);
    await expect(take(Uint8Array.of(0xff, 0xff, 0xff))).rejects.toEqual(invalid);
    expect(await office("1300000401")).toBeUndefined();
  });

  it("are taken by the operator's command, which says what it did and what is wrong", async () => {
    const file = path(place.dataFolder, "command.csv");
    writeFileSync(file, "事業所番号,事業所名,サービス種類\n1300000501,見本,11\nx,見本,11\n");
    const said = await runCenterCommand(place, "office", "import", file);
    expect(said.code).toBe(1);
    expect(said.stdout).toContain("新しく1件");
    expect(said.stderr).toContain("3行目: 事業所番号「x」");
    expect(said.stderr).toContain("[rows-refused]");
    const again = await runCenterCommand(place, "office", "import", file, "--json");
    const lines = again.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([{ line: 3 }, { unchanged: 1, refusedRows: 1 }]);
    const missing = await runCenterCommand(place, "office", "import", `${file}x`);
    expect(missing).toMatchObject({ code: 2 });
  });
});
