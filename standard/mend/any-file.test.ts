import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFile } from "../check/check-file.ts";
import type { CheckedFile } from "../check/checked-file.ts";
import { FileMend } from "./file-mend.ts";
import { mendFile } from "./mend-file.ts";
import { conforming, damages } from "./testing/damages.ts";

describe("whatever is done to a file", () => {
  const spoiling = fc.constantFrom(
    0,
    0x0a,
    0x0d,
    0x1a,
    0x20,
    0x22,
    0x2c,
    0x39,
    0x81,
    0xe3,
    0xf0,
    0xff,
  );
  const change = fc.record({
    at: fc.nat({ max: 100_000 }),
    remove: fc.nat({ max: 3 }),
    insert: fc.array(spoiling, { maxLength: 3 }),
  });
  const damaged = fc
    .record({
      file: fc.constantFrom(...conforming),
      damage: fc.constantFrom(...damages.map(([, damage]) => damage)),
      changes: fc.array(change, { maxLength: 3 }),
    })
    .map(({ file, damage, changes }) => {
      const { name, bytes } = damage(file);
      const spoilt = changes.reduce((now, { at, remove, insert }) => {
        const place = at % (now.length + 1);
        return [...now.slice(0, place), ...insert, ...now.slice(place + remove)];
      }, Array.from(bytes));
      return { name, bytes: Uint8Array.from(spoilt) };
    });

  it("mending does all that is certain, adds no error of form or value, and does no more the second time", () => {
    fc.assert(
      fc.property(damaged, ({ name, bytes }) => {
        const mended = mendFile(name, bytes);
        expect(formErrors(mended.left)).toBeLessThanOrEqual(formErrors(checkFile(name, bytes)));
        if (!hasOpenQuote(mended.left)) expect(leftCertain(mended.left)).toEqual([]);
        const again = mendFile(mended.name, mended.bytes);
        expect(again.done).toEqual([]);
        expect(again.bytes).toEqual(mended.bytes);
      }),
      { seed: 8, numRuns: 400 },
    );
  });

  it("the pieces in which it comes make no difference", () => {
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 500 }), ({ name, bytes }, size) => {
        const whole = mendInPieces(name, bytes, bytes.length + 1);
        expect(mendInPieces(name, bytes, size)).toEqual(whole);
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

function mendInPieces(name: string, bytes: Uint8Array, size: number) {
  const mend = new FileMend(name);
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    out.push(...mend.push(bytes.subarray(at, at + size)));
  }
  const { bytes: last, ...rest } = mend.end();
  return { ...rest, bytes: [...out, ...last] };
}

/** What may stand in a quote that was left open waits until somebody has closed it. */
function hasOpenQuote({ findings }: CheckedFile): boolean {
  return findings.some(({ rule }) => rule === "open-quote" || rule === "row-too-long");
}

/**
 * What a check calls certain to be mended in a mended file. Not the quotes of values that are wrong in another way, and
 * nothing of a file that has to stay in UTF-16: that must be put right first.
 */
function leftCertain({ findings }: CheckedFile) {
  if (findings.some(({ rule }) => rule === "utf-16")) return [];
  return findings.filter(({ code, mend }) => mend?.certain && code !== "quote");
}

/** Errors that are not about what values mean together: those may come to light once the values can be read. */
function formErrors({
  findings,
}: {
  readonly findings: readonly { code: string; severity: string }[];
}) {
  const codes = ["file-name", "encoding", "unmappable-character", "header-row", "line-end"].concat([
    "field-count",
    "quote",
    "required",
    "length",
    "format",
    "code",
    "control-character",
  ]);
  return findings.filter(({ code, severity }) => severity === "error" && codes.includes(code))
    .length;
}
