import type { CorporationOffice } from "@tsunagi/contract/exchange";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { concernsOf } from "./concerns.ts";
import { officesCsv } from "./offices-csv.ts";
import { noWishes, shownOffices } from "./shown-offices.ts";

const now = new Date("2026-11-23T03:00:00.000Z");
const licence: NonNullable<CorporationOffice["licence"]> = {
  state: "active",
  from: "2026-04-01",
  until: "2027-03-31",
  receivesUntil: "2027-04-30",
  feeYen: 21_000,
  deductionMonth: "2026-06",
  automaticRenewal: true,
};
/** An office with which all is well, but for what is said. */
function office(
  number: string,
  name: string,
  said: Partial<CorporationOffice> = {},
): CorporationOffice {
  return {
    office: { number, name },
    serviceTypes: ["43"],
    account: "own",
    licence,
    next: null,
    termsWait: false,
    certificateUntil: "2029-04-01T00:00:00.000Z",
    ...said,
  };
}
const concerns = (said: Partial<CorporationOffice>): readonly string[] =>
  concernsOf(office("1370000011", "見本", said), now).map(({ tone, text }) => `${tone} ${text}`);

describe("what has to be seen to at an office", () => {
  it("is nothing at an office with which all is well", () => {
    expect(concerns({})).toEqual([]);
  });

  it("is that it has no ID, or has not applied; a certificate is for later", () => {
    const before = { licence: null, certificateUntil: null };
    expect(concerns({ ...before, account: "none" })).toEqual([
      "warn 事業所ユーザIDがまだ発行されていません",
    ]);
    expect(concerns({ ...before, account: "provisional" })).toEqual(["warn 利用申請がまだです"]);
  });

  it("is a licence that has ended, before all else", () => {
    const ended = { ...licence, automaticRenewal: false, until: "2026-11-01" };
    const receiving = { ...ended, state: "receiving", receivesUntil: "2026-12-01" } as const;
    const soon = "2026-12-23T00:00:00.000Z";
    expect(concerns({ licence: receiving, certificateUntil: soon })).toEqual([
      "bad 利用期間が終わり、送信できません (受け取りは令和8年12月1日まで)",
      "warn 電子証明書の期限まであと30日です (令和8年12月23日)",
    ]);
    expect(concerns({ licence: { ...ended, state: "ended" } })).toEqual([
      "bad 利用期間が終わり、送信も受信もできません",
    ]);
  });

  it("is a renewal by hand from 60 days before the end, until it is applied for", () => {
    const byHand = { ...licence, automaticRenewal: false, until: "2027-01-21" };
    const tooEarly = { ...byHand, until: "2027-01-22" };
    const next = { from: "2027-01-22", feeYen: 21_000, deductionMonth: "2027-01" };
    expect(concerns({ licence: byHand })).toEqual([
      "warn 次の1年の申し込みが必要です (令和9年1月21日まで)",
    ]);
    expect(concerns({ licence: tooEarly })).toEqual([]);
    expect(concerns({ licence: byHand, next })).toEqual([]);
    expect(concerns({ termsWait: true })[0]).toContain("新しい利用規約への同意が必要です");
  });

  it("is a certificate that is missing, has ended, or ends within 90 days", () => {
    expect(concerns({ certificateUntil: null })).toEqual(["warn 電子証明書がまだありません"]);
    expect(concerns({ certificateUntil: "2026-11-23T02:00:00.000Z" })).toEqual([
      "bad 電子証明書の期限が切れています",
    ]);
    expect(concerns({ certificateUntil: "2027-02-22T00:00:00.000Z" })).toEqual([]);
  });
});

describe("the offices that are shown", () => {
  const offices = [
    office("1370000011", "さくら居宅"),
    office("1370000022", "あおば訪問介護", { licence: { ...licence, until: "2026-12-31" } }),
    office("1370000033", "かえでデイ", { licence: null, certificateUntil: null }),
  ];
  const numbers = (wishes: Partial<typeof noWishes>): readonly string[] =>
    shownOffices(offices, { ...noWishes, ...wishes }, now).map((one) =>
      one.office.number.slice(-2),
    );

  it("are searched by name and number, as people type them", () => {
    expect(numbers({ words: "あおば" })).toEqual(["22"]);
    expect(numbers({ words: "１３７０００００３３" })).toEqual(["33"]);
    expect(numbers({ words: "ない" })).toEqual([]);
    expect(numbers({ which: "concerned" })).toEqual(["33"]);
  });

  it("stand in the order that is asked for; those without a day come last", () => {
    expect(numbers({})).toEqual(["11", "22", "33"]);
    expect(numbers({ order: "name" })).toEqual(["22", "33", "11"]);
    expect(numbers({ order: "licence" })).toEqual(["22", "11", "33"]);
    expect(numbers({ order: "certificate" })).toEqual(["11", "22", "33"]);
  });
});

const read = (offices: readonly CorporationOffice[]): string[][] =>
  parse(Buffer.from(officesCsv(offices, now)), { bom: true });

describe("the table as CSV", () => {
  it("says of each office what the page says", () => {
    const bytes = officesCsv([], now);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], row = []] = read([office("1370000011", '見本,"居宅"')]);
    const said = Object.fromEntries(head.map((name, at) => [name, row[at]]));
    expect(said).toMatchObject({
      事業所番号: "1370000011",
      事業所名: '見本,"居宅"',
      サービス: "居宅介護支援",
      ライセンス: "有効",
      利用期間のおわり: "2027-03-31",
      "利用料 (円)": "21000",
      差し引かれる月: "2026-06",
      自動更新: "する",
      電子証明書の期限: "2029-04-01",
      確かめること: "",
    });
  });

  it("has no formula, and no month where nothing is deducted", () => {
    const free = { licence: { ...licence, feeYen: 0 } };
    const [, row = []] = read([office("1370000011", "=1+1", free)]);
    expect(row[1]).toBe("'=1+1");
    expect(row.slice(6, 8)).toEqual(["0", ""]);
  });
});
