import { fieldsOf, readDocumentsLeniently } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { drawForms } from "./draw-forms.ts";
import type { Form } from "./paper/form.ts";
import { outsideMargins, overlaps, standsOn, textOn } from "./testing/check-pages.ts";
import { type GivenValues, type LongFile, LongRows } from "./testing/long-rows.ts";

const nothing = { pictures: new Map<string, Uint8Array>() };

/** What the foot of each page repeats is told by a short text here. */
const name = { name: "試験　花子" };
const supplement = { ...name, planChangedOn: "00000000" };

function formsOf(...files: readonly LongFile[]): readonly Form[] {
  const { documents, unread } = readDocumentsLeniently(files.map(({ file }) => file));
  expect(unread).toEqual([]);
  return documents.flatMap((document) => [...drawForms(document, nothing)]);
}

/** Texts of these fields are no part of the forms as they are on paper. */
const notOnPaper: readonly string[] = [
  "postalCode",
  "address1",
  "address2",
  "phone",
  "familyImage",
];

function expectWhole(forms: readonly Form[], files: readonly LongFile[]): void {
  const drawn = textOn(forms);
  const texts = files.flatMap((file) => file.texts.filter(({ key }) => !notOnPaper.includes(key)));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter(({ text }) => !standsOn(drawn, text))).toEqual([]);
  for (const form of forms) {
    expect(outsideMargins(form)).toEqual([]);
    expect(overlaps(form)).toEqual([]);
  }
}

describe("texts as long as may be stand on the forms whole, over as many pages as it takes", () => {
  it.each([1, 40, 700, 2000])("of a plan of use, %i characters each", (length) => {
    const long = new LongRows(length);
    const files = [
      long.file("UPPLAN", visits()),
      long.file("UPSIKYU", amounts()),
      long.file("UPHOSOKU", [supplement]),
    ];
    expectWhole(formsOf(...files), files);
  });

  it.each([1, 40, 2000])("of results, %i characters each", (length) => {
    const files = [new LongRows(length).file("UPJSK", visits())];
    expectWhole(formsOf(...files), files);
  });

  it.each([1, 40, 700, 2000])("of user basics, %i characters each", (length) => {
    const long = new LongRows(length);
    const files = [
      long.file("UPKIHON", [{ ...name, consultationMethod: "03" }]),
      long.file(
        "UPKIHON_SUB1",
        Array.from({ length: 6 }, () => ({})),
      ),
      long.file(
        "UPKIHON_SUB2",
        Array.from({ length: 6 }, () => ({})),
      ),
    ];
    expectWhole(formsOf(...files), files);
  });

  it.each([1, 40, 700, 2000])("of a preventive plan, %i characters each", (length) => {
    const long = new LongRows(length);
    const files = [long.file("UPYOBO", [name]), long.file("UPYOBO_SUB", supports())];
    expectWhole(formsOf(...files), files);
  });

  it("of a name that fills pages by itself", () => {
    const file = new LongRows(9000).file("UPYOBO", [{ referenceNo: "" }]);
    const [form] = formsOf(file);
    const longName = file.texts.find(({ key }) => key === "name")?.text.replaceAll(/\s/g, "") ?? "";
    const drawn = textOn(form === undefined ? [] : [form]);
    const counted = Array.from(drawn).filter((character) => longName.includes(character));
    expect(counted.length).toBeGreaterThanOrEqual(longName.length);
    expect(form && outsideMargins(form)).toEqual([]);
  });
});

describe("many rows", () => {
  it("repeat the heading of the month on every page, and number the pages", () => {
    const lines = Array.from({ length: 60 }, (_, at) => ({
      startTime: `${String(at % 24).padStart(2, "0")}${String(at).padStart(2, "0")}`,
      satellite: "",
      serviceOfficeName: "みほん訪問介護",
      equipmentName: "",
      plannerName: "",
      taisCode: "",
      equipmentCode: "",
    }));
    const [form] = formsOf(new LongRows(8).file("UPJSK", lines));
    const pages = form?.pages ?? [];
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, at) => {
      const texts = page.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
      expect(texts).toContain("提供時間帯");
      expect(texts.filter((text) => text === "曜日")).toHaveLength(1);
      expect(texts).toContain(`${at + 1}/${pages.length}`);
      expect(texts.some((text) => text.includes("被保険者番号 0000000001"))).toBe(true);
    });
  });

  it("of deletions are all told", () => {
    const rows = Array.from({ length: 120 }, (_, at) => ({
      insuredNumber: String(at).padStart(10, "0"),
    }));
    const forms = formsOf(new LongRows(1).file("DLTPLAN", rows));
    const drawn = textOn(forms);
    expect(rows.filter(({ insuredNumber }) => !drawn.includes(insuredNumber))).toEqual([]);
    expect(forms[0]?.pages.length).toBeGreaterThan(3);
  });
});

/** Two visits of one line with other words, a line without a time, one past 30 days, one by the day. */
function visits(): readonly GivenValues[] {
  const one = {
    satellite: "",
    lineNo: "1",
    taisCode: "",
    equipmentCode: "",
    serviceDate: "20261203",
  };
  return [
    one,
    { ...one, serviceDate: "20261207" },
    { ...one, startTime: "9999", endTime: "9999", dailyClaimDays: "" },
    { ...one, satellite: "01", over30Days: "1", taisCode: "00001-000010" },
  ];
}

function amounts(): readonly GivenValues[] {
  return ["111111", "117211", "11AAAA", "11EEEE", "999999"].map((serviceCode) => ({
    serviceCode,
    satellite: "",
    officeCode: "",
    // Of sums the form says which service type they are of, and no equipment.
    ...(serviceCode !== "111111" && { equipmentName: "", taisCode: "", equipmentCode: "" }),
    ...(serviceCode === "999999" && { serviceOfficeName: "", serviceOffice: "9999999999" }),
  }));
}

/** Two issues with two supports each and two services each; texts stand on their first row. */
function supports(): readonly GivenValues[] {
  const ofIssue = ["overallIssue", "goalProposal", "wishes", "goal"];
  const ofSupport = ["supportPoint", "selfCareAndInformal", "insuredServices"];
  expect(fieldsOf("UPYOBO_SUB").map(({ key }) => key)).toEqual(
    expect.arrayContaining([...ofIssue, ...ofSupport]),
  );
  return ["1", "2"].flatMap((issueNo) =>
    ["1", "2"].flatMap((supportNo) =>
      ["1", "2"].map((serviceNo) => ({
        issueNo,
        supportNo,
        serviceNo,
        ...(`${supportNo}${serviceNo}` !== "11" && empty(ofIssue)),
        ...(serviceNo !== "1" && empty(ofSupport)),
      })),
    ),
  );
}

function empty(keys: readonly string[]): GivenValues {
  return Object.fromEntries(keys.map((key) => [key, ""]));
}
