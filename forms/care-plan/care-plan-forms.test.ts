import { readDocumentsLeniently } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { drawForms } from "../draw-forms.ts";
import type { Form } from "../paper/form.ts";
import { outsideMargins, overlaps, standsOn, textOn } from "../testing/check-pages.ts";
import { type GivenValues, type LongFile, LongRows } from "../testing/long-rows.ts";

const nothing = { pictures: new Map<string, Uint8Array>() };

/** The forms of the files of a care plan. */
function formsOf(...files: readonly LongFile[]): readonly Form[] {
  const { documents, unread } = readDocumentsLeniently(files.map(({ file }) => file));
  expect(unread).toEqual([]);
  return documents.flatMap((document) => [...drawForms(document, nothing)]);
}

const supplement = { planChangedOn: "20261110", month: "000000", name: "試験　花子" };

describe("texts as long as may be go on over the pages, and every character of them stands there", () => {
  it.each([
    { kind: "UP1KYO", rows: [{}], lengths: [1, 700, 5000] },
    { kind: "UP2KYO", rows: needs(), lengths: [1, 90, 1200] },
    { kind: "UP3KYO", rows: week(), lengths: [1, 12, 60, 900] },
  ] as const)("$kind", ({ kind, rows, lengths }) => {
    for (const length of lengths) {
      const long = new LongRows(length);
      const table = long.file(kind, rows);
      const forms = formsOf(table, long.file("UPHOSOKU", [supplement]));
      const drawn = textOn(forms);
      expect(table.texts.length).toBeGreaterThan(8);
      expect(table.texts.filter(({ text }) => !standsOn(drawn, text))).toEqual([]);
      for (const form of forms) {
        expect(outsideMargins(form)).toEqual([]);
        expect(overlaps(form)).toEqual([]);
      }
    }
  });
});

it("a name that fills pages by itself is repeated by its beginning, and told once whole in each form", () => {
  const long = new LongRows(3000);
  const files = [long.file("UP2KYO", [{}]), long.file("UP3KYO", [{}])];
  const whose = long.file("UPHOSOKU", [{ planChangedOn: "20261110", month: "000000" }]);
  const name = whose.texts.find(({ key }) => key === "name")?.text ?? "";
  const forms = formsOf(...files, whose);
  expect(forms).toHaveLength(2);
  for (const form of forms) {
    expect(standsOn(textOn([form]).replaceAll(`${name.slice(0, 24)}…`, ""), name)).toBe(true);
    expect(outsideMargins(form)).toEqual([]);
    expect(overlaps(form)).toEqual([]);
  }
});

/** Three needs with two goals each and three services each; what is as above is left empty, as on paper. */
function needs(): readonly GivenValues[] {
  const asAbove = ["need", "longTermGoal", "longTermPeriod", "shortTermGoal", "shortTermPeriod"];
  return [1, 2, 3].flatMap((needNo) =>
    [1, 2].flatMap((goalNo) =>
      [1, 2, 3].map((supportNo) => ({
        needNo: `${needNo}`,
        goalNo: `${goalNo}`,
        supportNo: `${supportNo}`,
        ...(supportNo > 1 && Object.fromEntries(asAbove.map((key) => [key, ""]))),
      })),
    ),
  );
}

/** A crowded week: at once, one after the other, past midnight, without times, and what is not weekly. */
function week(): readonly GivenValues[] {
  const noService = { service: "", weekday: "", serviceStart: "", serviceEnd: "" };
  const noActivity = { activity: "", activityStart: "", activityEnd: "" };
  const services = [
    ...Array.from({ length: 7 }, () => ["1", "0900", "0910"]),
    ...["0800", "0810", "0820", "0830", "0840"].map((start) => ["2", start, "0900"]),
    ["3", "0900", "0930"],
    ["3", "0930", "1000"],
    ["3", "1000", "1200"],
    ["4", "2330", "0010"],
    ["4", "2350", "2350"],
    ["5", "0930", ""],
    ["5", "", ""],
    ["", "0930", "1000"],
    ["6", "0000", "2359"],
    ["7", "2300", "0700"],
  ].map(([weekday = "", serviceStart = "", serviceEnd = ""]) => ({
    ...noActivity,
    outsideTheWeek: "",
    weekday,
    serviceStart,
    serviceEnd,
  }));
  const activities = ["0600", "0610", "0700", "2350", ""].map((activityStart) => ({
    ...noService,
    outsideTheWeek: "",
    activityStart,
    activityEnd: "",
  }));
  return [...services, ...activities, { ...noService, ...noActivity }];
}
