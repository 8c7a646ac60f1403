import { parseMonth } from "@tsunagi/standard";
import { expect, it } from "vitest";
import { count, monthInWords, rowsInWords } from "./words.ts";

it("says months in eras", () => {
  expect(monthInWords(parseMonth("202612"))).toBe("令和8年12月分");
});

it("names a few rows and counts the rest", () => {
  expect(rowsInWords([3])).toBe("3行目");
  expect(rowsInWords([3, 5, 8])).toBe("3、5、8行目");
  expect(rowsInWords([3, 5, 1208, ...Array.from({ length: 37 }, (_, at) => 2000 + at)])).toBe(
    "3、5、1,208行目ほか37行",
  );
  expect(count(1204)).toBe("1,204");
});
