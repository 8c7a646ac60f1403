import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { otherUser, planOfUse, results } from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";

const kinds = { UPPLAN: 6, UPSIKYU: 8, UPHOSOKU: 2, UPJSK: 6 } as const;

/** Two users with the same month, and the results of both. */
const twoUsers = (["UPPLAN", "UPSIKYU", "UPHOSOKU", "UPJSK"] as const).reduce(
  (files, kind) =>
    Array.from({ length: kinds[kind] / 2 }, (_, at) => at + 1).reduce(
      (some, row) => some.again(kind, row, otherUser),
      files,
    ),
  planOfUse().and(results()),
);

const orders = fc.record({
  UPPLAN: anyOrder(kinds.UPPLAN),
  UPSIKYU: anyOrder(kinds.UPSIKYU),
  UPHOSOKU: anyOrder(kinds.UPHOSOKU),
  UPJSK: anyOrder(kinds.UPJSK),
});

describe("rows of plans of use and results", () => {
  it("conform in any order, since the standard names none", async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await foundIn(inOrder(twoUsers, order))).toEqual([]);
      }),
    );
  });

  it("have the same faults in any order", async () => {
    const wrong = twoUsers
      .with("UPSIKYU", 8, { managedUnits: "668" })
      .with("UPPLAN", 3, { units: "178" })
      .with("UPHOSOKU", 2, { limitUnits: "19706" })
      .with("UPJSK", 6, { insuredNumber: "0000000003" });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const found = await foundIn(inOrder(wrong, order));
        expect(found.map((one) => one.split(" ").at(-1))).toEqual([
          "total-sum",
          "limit-above-law",
          "units-mismatch",
          "result-without-plan",
        ]);
      }),
    );
  });
});

type Order = { readonly [Kind in keyof typeof kinds]: readonly number[] };

function anyOrder(length: number): fc.Arbitrary<readonly number[]> {
  const places = Array.from({ length }, (_, at) => at);
  return fc.shuffledSubarray(places, { minLength: length });
}

function inOrder(files: SampleFiles, order: Order): SampleFiles {
  return (["UPPLAN", "UPSIKYU", "UPHOSOKU", "UPJSK"] as const).reduce(
    (all, kind) => all.rows(kind, (rows) => order[kind].map((at) => rows[at] ?? [])),
    files,
  );
}
