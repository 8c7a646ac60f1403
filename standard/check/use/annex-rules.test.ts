import { describe, expect, it } from "vitest";
import { otherUser, planOfUse } from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";

/** A percent addition of 60 units, outside the limit, in tables 6 and 7. */
const addition = { serviceCode: "116275", units: "60", count: "1" };
const noTimes = { startTime: "9999", endTime: "9999" };

const withAddition = planOfUse()
  .again("UPPLAN", 3, { ...addition, ...noTimes })
  .again("UPSIKYU", 1, { ...addition, serviceUnits: "60", managedUnits: "" });

const subtotalOutside = {
  serviceCode: "11EEEE",
  count: "1",
  serviceUnits: "60",
  managedUnits: "",
  limitExcessUnits: "",
  limitWithinUnits: "",
  totalCost: "684",
  claimedAmount: "615",
  copay: "69",
};

describe("services outside the limit", () => {
  it("may stand without a subtotal, in the total or not", async () => {
    expect(await foundIn(withAddition)).toEqual([]);
    expect(await foundIn(withAddition.with("UPSIKYU", 4, { serviceUnits: "727" }))).toEqual([]);
  });

  it("may have a subtotal, whose cost is in the total", async () => {
    const files = withAddition
      .again("UPSIKYU", 3, subtotalOutside)
      .with("UPSIKYU", 4, { totalCost: "8287", claimedAmount: "7457", copay: "830" });
    expect(await foundIn(files)).toEqual([]);
    expect(await foundIn(files.with("UPSIKYU", 4, { totalCost: "8286" }))).toEqual([
      "UPSIKYU 4.24 total-sum",
    ]);
    expect(await foundIn(files.with("UPSIKYU", 6, { serviceUnits: "61" }))).toEqual([
      "UPSIKYU 6.17 subtotal-sum",
    ]);
  });

  it("are those the subtotal leaves, where details leave 給付管理単位数 to it", async () => {
    const files = [1, 2].reduce(
      (some, row) => some.with("UPSIKYU", row, { managedUnits: "" }),
      withAddition,
    );
    expect(await foundIn(files)).toEqual([]);
    const wrong = files.with("UPSIKYU", 3, { serviceUnits: "668" });
    expect(await foundIn(wrong)).toContain("UPSIKYU 3.17 subtotal-sum");
  });
});

describe("days past 30", () => {
  const past = planOfUse()
    .with("UPPLAN", 3, { over30Days: "1" })
    .with("UPSIKYU", 2, { over30Days: "1", managedUnits: "" })
    .with("UPSIKYU", 3, { serviceUnits: "488", managedUnits: "488", limitWithinUnits: "488" })
    .with("UPSIKYU", 4, { managedUnits: "488", limitWithinUnits: "488" })
    .again("UPSIKYU", 3, {
      serviceCode: "11ZZZZ",
      serviceUnits: "179",
      managedUnits: "",
      limitExcessUnits: "",
      limitWithinUnits: "",
      totalCost: "",
      claimedAmount: "",
      copay: "",
      selfPaid: "",
    });

  it("have a subtotal of their own", async () => {
    expect(await foundIn(past)).toEqual([]);
    expect(await foundIn(past.with("UPSIKYU", 5, { serviceUnits: "178" }))).toContain(
      "UPSIKYU 5.17 subtotal-sum",
    );
  });
});

describe("satellites of an office", () => {
  it("may have one row each without a subtotal", async () => {
    const files = planOfUse()
      .with("UPPLAN", 3, { satellite: "01" })
      .with("UPSIKYU", 2, { satellite: "01" })
      .withoutRow("UPSIKYU", 3);
    expect(await foundIn(files)).toEqual([]);
  });
});

describe("the units of a line", () => {
  it("need not be multiplied when it is paid by the month", async () => {
    const files = planOfUse()
      .withAll("UPPLAN", noTimes)
      .with("UPPLAN", 1, { units: "488" })
      .with("UPPLAN", 2, { units: "488" })
      .with("UPSIKYU", 1, { units: "488", serviceUnits: "488" });
    expect(await foundIn(files)).toEqual([]);
  });

  it("may be those after a reduction, while the limit counts those before", async () => {
    const files = planOfUse()
      .with("UPSIKYU", 3, { managedUnits: "741" })
      .with("UPSIKYU", 1, { managedUnits: "542" })
      .with("UPSIKYU", 2, { managedUnits: "199" })
      .with("UPSIKYU", 4, { managedUnits: "741" });
    expect(await foundIn(files)).toEqual([]);
  });
});

describe("users in table 7", () => {
  const both = otherUserToo(planOfUse());

  it("may be mixed", async () => {
    expect(await foundIn(both)).toEqual([]);
    const byService = both.rows("UPSIKYU", (rows) =>
      rows.toSorted((a, b) => order(a).localeCompare(order(b))),
    );
    expect(await foundIn(byService)).toEqual([]);
  });

  it("are judged apart", async () => {
    expect(await foundIn(both.with("UPSIKYU", 8, { serviceUnits: "668" }))).toEqual([
      "UPSIKYU 8.17 total-sum",
    ]);
  });

  it("that stand there twice have two totals", async () => {
    const again = [1, 2, 3, 4].reduce((files, row) => files.again("UPSIKYU", row), both);
    expect(await foundIn(again)).toContain("UPSIKYU 12.9 total-twice");
  });

  it("with a wrong value are not judged by their sums", async () => {
    const files = planOfUse().with("UPSIKYU", 2, { serviceUnits: "1７9" });
    expect((await foundIn(files)).join()).not.toContain("sum");
  });

  it("still need a total when another row is wrong", async () => {
    const files = planOfUse().with("UPSIKYU", 2, { count: "x" }).withoutRow("UPSIKYU", 4);
    expect(await foundIn(files)).toEqual(["UPSIKYU 1.9 total-missing", "UPSIKYU 2.16 format"]);
  });

  it("on livelihood protection alone may pay nothing", async () => {
    const protectedUser = { insuredNumber: "H000000001" };
    const files = (["UPPLAN", "UPSIKYU", "UPHOSOKU"] as const)
      .reduce((some, kind) => some.withAll(kind, protectedUser), planOfUse())
      .with("UPSIKYU", 3, { copay: "0" })
      .with("UPSIKYU", 4, { copay: "0" });
    expect(await foundIn(files)).toEqual([]);
  });
});

/** Adds a user with the same month. */
function otherUserToo(files: SampleFiles): SampleFiles {
  const rows = { UPPLAN: [1, 2, 3], UPSIKYU: [1, 2, 3, 4], UPHOSOKU: [1] };
  return (["UPPLAN", "UPSIKYU", "UPHOSOKU"] as const).reduce(
    (all, kind) => rows[kind].reduce((some, row) => some.again(kind, row, otherUser), all),
    files,
  );
}

/** Orders rows of table 7 by service, so that users are mixed. */
function order(row: readonly string[]): string {
  return `${row[8]}/${row[2]}`;
}
