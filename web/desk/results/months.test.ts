import { describe, expect, it } from "vitest";
import { monthsOfPlans, usualMonth } from "./months.ts";

const received = (name: string, month: string | null) => ({
  box: "received" as const,
  month,
  files: [{ name, size: 1, title: "", sha256: "" }],
});

describe("the months whose results can be entered", () => {
  it("are those of the plans that have come, newest first, each once", () => {
    const plan = "UPPLAN_202612_1370000011_43_1370000029_11_20261120100000.CSV";
    expect(
      monthsOfPlans([
        received(plan, "202612"),
        received(plan, "202701"),
        received(plan, "202612"),
        received("UPJSK_202611_1370000029_11_1370000011_43_20261202100000.CSV", "202611"),
        received("地図.pdf", null),
        { ...received(plan, "202610"), box: "sent" },
      ]),
    ).toEqual(["202701", "202612"]);
  });

  it("begin with the newest that is not ahead", () => {
    expect(usualMonth(["202701", "202612", "202611"], "20270103")).toBe("202701");
    expect(usualMonth(["202701", "202612", "202611"], "20261228")).toBe("202612");
    expect(usualMonth(["202702", "202701"], "20261228")).toBe("202701");
    expect(usualMonth([], "20261228")).toBeUndefined();
  });
});
