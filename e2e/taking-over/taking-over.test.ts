import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { monthFiles } from "@tsunagi/samples";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { readAgain } from "../second-reader/read.ts";
import { type NamedBytes, objectionsTo } from "./compare-readers.ts";
import { writers } from "./writers.ts";

describe("what we write is read by a second reader with the same values and no complaint", () => {
  it.each(writers)("$what", ({ write }) => {
    const files = [...write()];
    expect(files.length).toBeGreaterThan(0);
    expect(objectionsTo(files)).toEqual([]);
  });
});

describe("the second reader complains of", () => {
  const [plan] = monthFiles();
  if (plan === undefined) throw new Error("the month has a plan");

  /** The plan with its text changed; Latin-1 keeps every byte of MS932 as it is. */
  const changed = (change: (text: string) => string): NamedBytes => ({
    name: plan.name,
    bytes: Buffer.from(change(Buffer.from(plan.bytes).toString("latin1")), "latin1"),
  });
  it.each<[string, (text: string) => string]>([
    ["bare line feeds", (text) => text.replaceAll("\r\n", "\n")],
    ["a last row without an end", (text) => text.trimEnd()],
    ["a field too many", (text) => replaced(text, "\r\n", ",\r\n")],
    ["an empty field that must be filled", (text) => replaced(text, ",139999,", ",,")],
    ["a day that does not exist", (text) => replaced(text, ",20261203,", ",20261232,")],
    ["a day outside its month", (text) => replaced(text, ",20261203,", ",20270103,")],
    ["another month than its name's", (text) => text.replaceAll(",202612,", ",202611,")],
    ["an hour that does not exist", (text) => replaced(text, ",0900,", ",2500,")],
    [
      "a code that is not in its list",
      (text) => replaced(text, ",0,1370000011,\r", ",2,1370000011,\r"),
    ],
    ["a value that is too long", (text) => replaced(text, ",0000000001,", ",00000000001,")],
    ["a code that is too short", (text) => replaced(text, ",0000000001,", ",000000001,")],
    ["codes in quotes", (text) => replaced(text, ",139999,", ',"139999",')],
    ["free text without quotes", (text) => text.replace(/"[^"]*"/, "abc")],
    ["a quote that is not closed", (text) => text.replace('"', "")],
    ["user-defined characters", (text) => text.replace('"', '"\xf0\x40')],
    ["bytes that are no character", (text) => text.replace('"', '"\x81\x20')],
    ["a control character", (text) => text.replace('"', '"\x07')],
    ["another version", (text) => text.replaceAll("202407,", "202406,")],
  ])("%s", (_, change) => {
    expect(readAgain(plan.name, plan.bytes).complaints).toEqual([]);
    const { name, bytes } = changed(change);
    expect(readAgain(name, bytes).complaints).not.toEqual([]);
  });

  it.each([
    "UPPLAN.CSV",
    plan.name.toLowerCase(),
    plan.name.replace("_202612", ""),
    `x${plan.name}`,
  ])("the name %s", (name) => {
    expect(readAgain(name, plan.bytes).complaints).toEqual(["the name is not of the standard"]);
  });

  it.each(readdirSync(join(projectFolder, "samples/broken")))("the broken sample %s", (fault) => {
    const folder = join(projectFolder, "samples/broken", fault);
    for (const name of readdirSync(folder)) {
      expect(readAgain(name, readFileSync(join(folder, name))).complaints).not.toEqual([]);
    }
  });
});

/** A text with the first of something replaced, which must be there. */
function replaced(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}
