import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { centerFailurePoints } from "../../center/failure-point.ts";
import { clientFailurePoints } from "../../client/failure-point.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const promises = read("docs/promises.md");

it("names every failure point there is", () => {
  const moves = centerFailurePoints.filter((point) => point.endsWith("-move"));
  const named = [...centerFailurePoints, ...clientFailurePoints].filter(
    (point) => !moves.some((move) => move === point),
  );
  const stations = new Set(moves.map((point) => point.split("-")[0]));

  expect([...named, ...stations].filter((name) => !promises.includes(`\`${name}\``))).toEqual([]);
});

it("has every failure point driven by a test", () => {
  const tests = ["center-points", "client-points", "house-points"]
    .map((name) => read(`e2e/faults/${name}.test.ts`))
    .join();
  const points = [...centerFailurePoints, ...clientFailurePoints];

  expect(points.filter((point) => !tests.includes(`"${point}"`))).toEqual([]);
});

it("names files and tests that exist", () => {
  const rows = promises.split("\n").filter((line) => line.startsWith("|"));
  const files = rows.flatMap((row) => row.match(/[\w/-]+\.test\.ts/g) ?? []);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
