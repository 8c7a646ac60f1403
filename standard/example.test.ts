import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeFolder, unitsOfPlan } from "./example.ts";
import { encodeMs932 } from "./ms932/encode.ts";

const name = "UPPLAN_202612_1370000011_43_1370000029_11_20261120100000.CSV";
const bytes = encodeMs932(
  '202407,139999,0000000001,20261120,202612,1370000011,"髙見　本子",244,,20261203,,0900,0930,2,111111,,,,,1370000029,,,0,,\r\n',
);

it("the README shows the example that is tested here", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const example = readFileSync(new URL("example.ts", import.meta.url), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});

it("the example does what it says", () => {
  expect(describeFolder(new Map([[name, bytes]]))).toEqual([
    "plan-of-use 202612 to 1370000029: not ready",
  ]);
  const [units, again] = unitsOfPlan(name, bytes);
  expect(units).toBe(488);
  expect(Buffer.from(again)).toEqual(Buffer.from(bytes));
});
