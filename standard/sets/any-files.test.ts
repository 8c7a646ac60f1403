import fc from "fast-check";
import { expect, it } from "vitest";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import { checkFiles } from "../report/check-files.ts";
import {
  basics,
  carePlan,
  deletion,
  planner,
  planOfUse,
  preventivePlan,
  provider,
  results,
  supportCenter,
} from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";

/** Conforming sets, each with the kinds of its files. */
const bases: readonly { readonly files: SampleFiles; readonly kinds: readonly FileKind[] }[] = [
  { files: carePlan(), kinds: ["UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU"] },
  { files: planOfUse(), kinds: ["UPPLAN", "UPSIKYU", "UPHOSOKU"] },
  { files: results(), kinds: ["UPJSK"] },
  { files: basics(), kinds: ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"] },
  { files: preventivePlan(), kinds: ["UPYOBO", "UPYOBO_SUB"] },
  { files: deletion("DLT1KYO"), kinds: ["DLT1KYO"] },
  { files: deletion("DLTJSK"), kinds: ["DLTJSK"] },
];

/** Values that are right in many fields and wrong in others. */
const values =
  "0 1 2 99 0000 9999 20261120 20261231 99999999 202612 139999 0000000001 0000000002 9999999999 1370000029 111111 Y "
    // The last of them is the empty value.
    .split(" ");

type Change = (files: SampleFiles, kind: FileKind) => SampleFiles;

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ row: fc.nat(4), field: fc.nat(), value: fc.constantFrom(...values) }).map(
    ({ row, field, value }): Change =>
      (files, kind) => {
        const column = field % rowsOf(kind).length;
        return files.rows(kind, (rows) =>
          rows.map((one, at) => (at === row ? one.with(column, value) : one)),
        );
      },
  ),
  fc.nat(4).map(
    (row): Change =>
      (files, kind) =>
        files.again(kind, row + 1),
  ),
  fc.nat(4).map(
    (row): Change =>
      (files, kind) =>
        files.withoutRow(kind, row + 1),
  ),
  fc.constant<Change>((files, kind) => files.rows(kind, (rows) => rows.toReversed())),
  fc.constant<Change>((files, kind) => files.without(kind)),
);

const heading = fc.record(
  {
    sender: fc.constantFrom(planner, provider, supportCenter),
    receiver: fc.constantFrom(planner, provider, supportCenter),
    time: fc.constantFrom("20261120100000", "20261120110000", "20270102090000"),
  },
  { requiredKeys: [] },
);

const drop: fc.Arbitrary<SampleFiles> = fc
  .array(
    fc.record({
      base: fc.constantFrom(...bases),
      changes: fc.array(fc.record({ change, kind: fc.nat() }), { maxLength: 4 }),
      heading,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((sets) =>
    sets
      .map(({ base, changes, heading: sent }) => {
        const changed = changes.reduce((files, { change: apply, kind }) => {
          const chosen = base.kinds[kind % base.kinds.length] ?? "UPJSK";
          return files.has(chosen) ? apply(files, chosen) : files;
        }, base.files);
        return changed.sent(sent);
      })
      .reduce((all, files) => all.and(files)),
  );

it("any files at all are grouped, and what is said of a set lies in its files", async () => {
  await fc.assert(
    fc.asyncProperty(drop, async (files) => {
      const given = files.given();
      const { sets } = await checkFiles(given);
      expect(sets.flatMap((set) => set.files)).toHaveLength(given.length);
      const times = sets.map(({ time }) => time);
      expect(times).toEqual(times.toSorted());
      for (const { files: inSet, findings, extra, missing } of sets) {
        const names = new Set(inSet.map(({ name }) => name));
        expect(extra.every((name) => names.has(name))).toBe(true);
        expect(missing.every((kind) => inSet.every((file) => file.kind !== kind))).toBe(true);
        for (const finding of findings) {
          const [first] = finding.files;
          const named = inSet.filter(({ name }) => name === first);
          expect(named.some(({ records }) => (finding.row ?? 0) <= records)).toBe(true);
          const [{ kind } = {}] = named;
          if (finding.field === undefined || kind === undefined) continue;
          const [, , name] = rowsOf(kind)[finding.field - 1] ?? [];
          expect(finding.fieldName).toBe(name);
        }
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});

it("the order in which files are given changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(drop, async (files) => {
      const given = files.given();
      const names = given.map(({ name }) => name);
      // Of two files of the same name the first stays and the second is too much: the order tells them apart.
      fc.pre(new Set(names).size === names.length);
      const [forth, back] = [await checkFiles(given), await checkFiles(given.toReversed())];
      const said = (report: typeof forth) =>
        report.sets.map(({ id, kind, findings }) => [
          id,
          kind,
          findings.map(({ message }) => message).toSorted(),
        ]);
      expect(said(back)).toEqual(said(forth));
    }),
    { seed: 4, numRuns: 150 },
  );
});
