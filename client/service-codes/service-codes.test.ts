import { practiceServiceCodes } from "@tsunagi/samples";
import { createAuthority } from "@tsunagi/sealing";
import { encodeMs932 } from "@tsunagi/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const head = "サービスコード,名称,カナ,算定単位,単位数,限度額,単位数単価,適用開始年月,適用終了年月";
const row = "11Z101,身体介護,シンタイカイゴ,回,244,対象,11.40,202404,";

const folder = temporaryFolder();
let engine: Engine;
let authority: string;

beforeAll(async () => {
  const made = await createAuthority({
    notBefore: new Date("2026-01-01T00:00:00Z"),
    notAfter: new Date("2036-01-01T00:00:00Z"),
  });
  authority = made.certificate;
  engine = await open();
});
afterAll(() => engine?.close());

function open(): Promise<Engine> {
  return openEngine({ folder, centre: "https://127.0.0.1:1", authority });
}

function load(...lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join("\r\n"));
  return engine.serviceCodes.load({ name: "表.csv", bytes });
}

function found(search: string, month = "202612"): readonly string[] {
  return engine.serviceCodes.search(search, month).map(({ code }) => code);
}

async function faultsOf(...lines: readonly string[]): Promise<string> {
  return (await load(...lines)).faults.map(({ message }) => message).join();
}

describe("a service code table", () => {
  it("takes the place of the one before, and is there after a new start", async () => {
    expect(engine.serviceCodes.table()).toBeNull();
    await load(head, row, row.replace("11Z101", "11Z102"));
    await load(head, row);
    expect(engine.serviceCodes.table()).toMatchObject({ name: "表.csv", codes: 1 });
    await engine.close();
    engine = await open();
    expect(engine.serviceCodes.find(["11Z101", "11Z102"])).toEqual([
      {
        code: "11Z101",
        name: "身体介護",
        kana: "シンタイカイゴ",
        basis: "visit",
        units: 244,
        limit: "inside",
        unitPriceInHundredths: 1140,
        validFrom: "202404",
      },
    ]);
  });

  it("is read in the character codes of Windows too, with its columns in any order", async () => {
    const columns = head.split(",").toReversed().join(",");
    const text = `${columns}\r\n${row.split(",").toReversed().join(",")}\r\n`;
    const { table, faults } = await engine.serviceCodes.load({
      name: "表.csv",
      bytes: encodeMs932(text),
    });
    expect(faults).toEqual([]);
    expect(table).toMatchObject({ codes: 1 });
  });

  it.each([
    [row.replace("11Z101", "11z101"), "6桁にしてください"],
    [row.replace("11Z101", "43Z101"), "予定に入れられるサービスではありません"],
    [row.replace("回", "時間"), "算定単位「時間」"],
    [row.replace("244", "244.5"), "整数にしてください"],
    [row.replace("対象", "半分"), "対象か対象外"],
    [row.replace("回,244,対象", "千分率,245,対象"), "対象外のものだけ"],
    [row.replace("11.40", "11円"), "円で書いてください"],
    [row.replace("202404,", "2024年4月,"), "適用開始年月"],
    [row.replace("202404,", "202404,202403"), "適用終了年月"],
    [row, "2行目と同じ"],
  ])("with a wrong line is refused as a whole, and the line is told: %s", async (wrong, says) => {
    await load(head, row);
    const { table, faults } = await load(head, row, wrong);
    expect(faults).toEqual([{ line: 3, message: expect.stringContaining(says) }]);
    expect(table).toMatchObject({ codes: 1 });
  });

  it("without its head, without lines, or with quotes that do not close, is refused", async () => {
    expect(await faultsOf(row)).toContain("列の名前がありません");
    expect(await faultsOf(head)).toContain("行がありません");
    expect(await faultsOf(head, '11Z101,"身体')).toContain("引用符");
  });
});

describe("a code", () => {
  beforeAll(async () => {
    await load(
      head,
      row,
      "11Z101,身体介護（改定後）,シンタイカイゴ,回,250,対象,11.40,202704,",
      "15Z100,１００％の通所,ツウショ,回,700,対象,10.90,202404,202612",
    );
  });

  it("is found by its beginning, by name and by reading, in any width", () => {
    expect(found("11z")).toEqual(["11Z101"]);
    expect(found("体介")).toEqual(["11Z101"]);
    expect(found("ｼﾝﾀｲ")).toEqual(["11Z101"]);
    expect(found("100%の")).toEqual(["15Z100"]);
    expect(found("_")).toEqual([]);
  });

  it("is found in the months in which it is valid", () => {
    expect(found("15", "202612")).toEqual(["15Z100"]);
    expect(found("15", "202701")).toEqual([]);
    expect(found("15", "202403")).toEqual([]);
    expect(engine.serviceCodes.find(["11Z101"]).map(({ units }) => units)).toEqual([244, 250]);
  });
});

it("the table for practice is a table, says so in every name, and has no code that looks real", () => {
  expect(engine.serviceCodes.loadPractice()).toMatchObject({ name: practiceServiceCodes().name });
  const codes = engine.serviceCodes.search("", "202612");
  expect(codes.length).toBeGreaterThan(20);
  for (const { code, name } of codes) {
    expect(code.charAt(2)).toBe("Z");
    expect(name).toContain("練習用");
  }
});
