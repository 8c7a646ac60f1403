import { parseOfficeNumber, parseSetTime, type ResultsDraft } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { type AddedValues, addedLine, addedRules } from "./added-line.ts";

const values: AddedValues = {
  code: "111211",
  start: "1500",
  end: "15:30",
  units: "387",
  satellite: "",
  taisCode: "",
};
const empty: ResultsDraft = {
  planTime: parseSetTime("20261120100000"),
  checked: false,
  planner: { office: parseOfficeNumber("1370000011") },
  lines: [],
};

function faults(serviceType: string, typed: AddedValues): readonly string[] {
  return Object.entries(addedRules(serviceType)).flatMap(([name, rule]) =>
    rule(typed[name] ?? "", typed) === undefined ? [] : [name],
  );
}

describe("a line that is added", () => {
  it("has code, times and units; a satellite where one is said", () => {
    expect(faults("11", values)).toEqual([]);
    expect(addedLine({ ...values, satellite: "02" }, empty)).toEqual({
      service: { serviceCode: "111211", satellite: "02" },
      times: { start: "1500", end: "1530" },
      units: 387,
    });
  });

  it("may be without times, but not with one of the two", () => {
    const without = { ...values, start: "", end: "" };
    expect(faults("11", without)).toEqual([]);
    expect(addedLine(without, empty).times).toEqual({ start: "9999", end: "9999" });
    expect(faults("11", { ...values, end: "" })).toEqual(["end"]);
    expect(faults("11", { ...values, start: "2460" })).toEqual(["start"]);
  });

  it.each([
    [{ code: "151111" }, ["code"]],
    [{ code: "11121" }, ["code"]],
    [{ units: "" }, ["units"]],
    [{ units: "1.5" }, ["units"]],
    [{ satellite: "2" }, ["satellite"]],
  ])("with %j is not taken", (wrong, names) => {
    expect(faults("11", { ...values, ...wrong })).toEqual(names);
  });

  it("of rented equipment names the thing by one of the two codes", () => {
    const rented = { ...values, code: "171003", start: "", end: "" };
    expect(faults("17", rented)).toEqual(["taisCode"]);
    const tais = { ...rented, taisCode: "00001-000010" };
    expect(faults("17", tais)).toEqual([]);
    expect(addedLine(tais, empty).service).toMatchObject({ taisCode: "00001-000010" });
    const notified = addedLine({ ...rented, taisCode: "123456" }, empty);
    expect(notified.service).toMatchObject({ equipmentCode: "123456" });
  });
});
