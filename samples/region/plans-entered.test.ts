import {
  type FileRecord,
  type FindServiceCode,
  groupIntoSets,
  type PlanOfUseDocument,
  parseMonth,
  planRecords,
  readDocuments,
  readFile,
  takeOverPlans,
} from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { region } from "./region.ts";
import { services } from "./services/services.ts";

/** The percent additions of the region; other codes need no table, since a plan says their units itself. */
const additions = new Map(
  services.flatMap(({ percent }) => (percent ? [[percent.code, percent]] : [])),
);

const find: FindServiceCode = (code) => {
  const percent = additions.get(code);
  return (
    percent && {
      code,
      name: "処遇改善加算",
      kana: "ショグウカイゼンカサン",
      basis: "permille",
      units: percent.thousandths,
      limit: "outside",
      unitPriceInHundredths: 1000,
      validFrom: parseMonth("200004"),
    }
  );
};

describe("plans of a region, taken over as if they had been entered", () => {
  it.each([
    { seed: 3, offices: 64, users: 400, month: parseMonth("202612") },
    { seed: 11, offices: 24, users: 150, month: parseMonth("202702") },
  ])("come to the same tables 6 and 7 and supplements: seed $seed, $month", (options) => {
    let users = 0;
    for (const document of plansIn(options)) {
      for (const { user, draft } of takeOverPlans(document, find)) {
        const plan = document.users.find(
          ({ insuredNumber }) => insuredNumber === user.insuredNumber,
        );
        const first = plan?.table6?.lines[0]?.visits[0]?.record;
        if (plan === undefined || first === undefined) throw new Error("a plan has rows");
        const made = planRecords(
          { user, draft },
          { planner: first.planningOffice, createdOn: first.createdOn },
        );
        const was = recordsOf(document, user.insuredNumber);
        expect(made.UPPLAN).toEqual(was.UPPLAN);
        expect(made.UPSIKYU).toEqual(was.UPSIKYU);
        expect(made.UPHOSOKU).toEqual(was.UPHOSOKU);
        users++;
      }
    }
    expect(users).toBeGreaterThan(options.users);
  });
});

function* plansIn(options: Parameters<typeof region>[0]): Generator<PlanOfUseDocument> {
  const given = Array.from(region(options))
    .filter(({ name }) => /^(?:UPPLAN|UPSIKYU|UPHOSOKU)_2/.test(name))
    .map(({ name, bytes }) => readFile(name, bytes));
  const byName = new Map(given.map((file) => [file.name, file]));
  for (const { files } of groupIntoSets(given)) {
    const document = readDocuments(files.flatMap(({ name }) => byName.get(name) ?? []));
    if (document.kind === "plan-of-use") yield document;
  }
}

function recordsOf({ users }: PlanOfUseDocument, insuredNumber: string) {
  const plan = users.find((one) => one.insuredNumber === insuredNumber);
  const slip = plan?.table6?.lines.flatMap(({ visits }) => visits) ?? [];
  const annex = [
    ...(plan?.table7?.offices ?? []).flatMap(({ services: ofOffice }) =>
      ofOffice.flatMap(({ details, subtotals }) => [...details, ...subtotals]),
    ),
    ...(plan?.table7?.totals ?? []),
  ];
  return {
    UPPLAN: inOrder(slip) as readonly FileRecord<"UPPLAN">[],
    UPSIKYU: inOrder(annex),
    UPHOSOKU: plan?.supplement === undefined ? [] : [plan.supplement.record],
  };
}

function inOrder<Row extends { readonly row: number; readonly record: unknown }>(
  rows: readonly Row[],
): readonly Row["record"][] {
  return rows.toSorted((a, b) => a.row - b.row).map(({ record }) => record);
}
