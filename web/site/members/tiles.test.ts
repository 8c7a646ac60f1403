import { expect, it } from "vitest";
import { prefectures } from "../../parts/words/prefectures.ts";
import { mapSize, strength, tiles } from "./tiles.ts";

it("the map holds each of the 47 prefectures once, each at a place of its own", () => {
  expect(tiles.map(({ prefecture }) => prefecture)).toEqual([...prefectures.keys()]);
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(47);
  expect(Math.max(...tiles.map(({ column }) => column))).toBe(mapSize.columns);
  expect(Math.max(...tiles.map(({ row }) => row))).toBe(mapSize.rows);
});

const at = (name: string) =>
  tiles.find(({ prefecture }) => prefectures.get(prefecture) === name) ?? { row: 0, column: 0 };

it("the map puts north above south, and east to the right of west", () => {
  for (const [north, south] of [
    ["青森県", "岩手県"],
    ["京都府", "奈良県"],
    ["福岡県", "鹿児島県"],
  ] as const) {
    expect(at(north).row).toBeLessThan(at(south).row);
  }
  for (const [west, east] of [
    ["東京都", "千葉県"],
    ["愛媛県", "香川県"],
    ["大阪府", "奈良県"],
  ] as const) {
    expect(at(west).column).toBeLessThan(at(east).column);
  }
});

it("more offices are never paler", () => {
  expect([0, 1, 9, 10, 100, 5000].map(strength)).toEqual([0, 1, 1, 2, 3, 4]);
});
