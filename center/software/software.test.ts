import { describe, expect, it } from "vitest";
import { startTestCenter } from "../testing/center.ts";
import { describeOnEachDatabase } from "../testing/databases.ts";
import { readCareSoftware, replaceCareSoftware } from "./care-software.ts";

const head = '介護ソフト名,提供会社名,"計画表(1,2表)","予定(6,7表)","実績(6表)"';
const sample = [
  head,
  "見本ケア,見本ソフト株式会社,○,○,",
  '"見本, 記録",見本ソフト株式会社,,,○',
].join("\r\n");

describe("a list of care software, from CSV", () => {
  it("is read with its three columns", () => {
    expect(readCareSoftware(`\uFEFF${sample}\r\n`)).toEqual([
      {
        product: "見本ケア",
        vendor: "見本ソフト株式会社",
        carePlan: true,
        plan: true,
        results: false,
      },
      {
        product: "見本, 記録",
        vendor: "見本ソフト株式会社",
        carePlan: false,
        plan: false,
        results: true,
      },
    ]);
  });

  it.each([
    ["without the headings", "見本ケア,見本ソフト株式会社,○,○,", "1行目"],
    ["with another mark", `${head}\n見本ケア,見本ソフト株式会社,x,○,`, "2行目: 3つの欄"],
    ["without a vendor", `${head}\n見本ケア,,○,○,`, "2行目: 介護ソフト名と提供会社名"],
    ["that names one twice", `${sample}\r\n見本ケア,見本ソフト株式会社,,,`, "4行目"],
    ["with a line too short", `${head}\n見本ケア,見本ソフト株式会社`, "CSVを読み取れません"],
  ])("is refused %s, and says where", (_, text, where) => {
    expect(() => readCareSoftware(text)).toThrow(
      expect.objectContaining({ code: "input-invalid", messageJa: expect.stringContaining(where) }),
    );
  });
});

describeOnEachDatabase("the list of care software", (takePlace) => {
  it("is shown as it was loaded last, and empty before that", async () => {
    const place = await takePlace();
    const center = await startTestCenter(place);
    // The pool of the test has no types of its own for columns.
    const sql = center.sql as never;
    expect(await center.callWeb().careSoftware()).toEqual({ software: [] });
    const list = readCareSoftware(sample);
    await replaceCareSoftware(sql, list);
    await replaceCareSoftware(sql, list.slice(0, 1));
    expect(await center.callWeb().careSoftware()).toEqual({ software: list.slice(0, 1) });
    await center.stop();
    await place.remove();
  });
});
