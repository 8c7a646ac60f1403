import { monthFiles, region } from "@tsunagi/samples";
import {
  beginDraft,
  mendFile,
  nothingGiven,
  parseDate,
  parseSetTime,
  planSets,
  plansInForce,
  readDocuments,
  readFile,
  readFileName,
  resultsSets,
  type SetDocument,
  takeOverPlans,
  writeDocuments,
} from "@tsunagi/standard";
import type { NamedBytes } from "./compare-readers.ts";

/** Something of ours that writes files of the standard, and files that it wrote. What is new that writes joins here. */
export interface Writer {
  readonly what: string;
  readonly write: () => Iterable<NamedBytes>;
}

const town = { offices: 24, users: 60 };

export const writers: readonly Writer[] = [
  { what: "the small month", write: () => monthFiles() },
  ...[1, 2, 3].map((seed) => ({
    what: `a region of all kinds, seed ${seed}`,
    write: () => region({ seed, ...town }),
  })),
  { what: "documents that are written again", write: writtenAgain },
  { what: "files in Unicode, mended", write: mendedFromUnicode },
  { what: "files with wrong widths and names, mended", write: mendedFromWide },
  { what: "results entered as planned", write: () => enteredResults() },
  { what: "deletions of results of whom nothing is left", write: () => enteredResults("deleted") },
  { what: "plans entered by hand, for each partner", write: enteredPlans },
];

/** The files of a region by set. */
function setsOf(seed: number): readonly (readonly NamedBytes[])[] {
  const sets = Map.groupBy(region({ seed, ...town }), ({ name }) => {
    const { fileName } = readFileName(name);
    return JSON.stringify([fileName?.sender, fileName?.receiver, fileName?.time]);
  });
  return [...sets.values()];
}

function documentsOf(seed: number): readonly SetDocument[] {
  return setsOf(seed).map((set) =>
    readDocuments(set.map(({ name, bytes }) => readFile(name, bytes))),
  );
}

function* writtenAgain(): Generator<NamedBytes> {
  for (const document of documentsOf(4)) yield* writeDocuments(document);
}

/** What came as UTF-8 with a mark, bare line feeds and a name in lower case. */
function* mendedFromUnicode(): Generator<NamedBytes> {
  for (const { name, bytes } of monthFiles()) {
    const text = new TextDecoder("shift_jis").decode(bytes).replaceAll("\r\n", "\n");
    const mended = mendFile(name.toLowerCase(), new TextEncoder().encode(`\ufeff${text}`));
    yield { name: mended.name, bytes: mended.bytes };
  }
}

/** What came with full-width digits in its codes, and as the copy that a browser made of it. */
function* mendedFromWide(): Generator<NamedBytes> {
  for (const { name, bytes } of monthFiles()) {
    const wide = Buffer.from(bytes)
      .toString("latin1")
      .replaceAll(/^202407,1/gm, "202407,\x82\x50");
    const mended = mendFile(name.replace(".CSV", " (1).CSV"), Buffer.from(wide, "latin1"));
    yield { name: mended.name, bytes: mended.bytes };
  }
}

/** What each service office of a region returns that gave all as it was planned, or takes it all back afterwards. */
function* enteredResults(then: "kept" | "deleted" = "kept"): Generator<NamedBytes> {
  const documents = documentsOf(5);
  const offices = new Set(documents.flatMap(({ envelope }) => envelope?.receiver.office ?? []));
  for (const office of offices) {
    for (const route of plansInForce(documents, office)) {
      const entered = route.users.map((user) => {
        const begun = beginDraft(user, route.month, route.manager.office);
        return then === "kept"
          ? { user, draft: begun, sent: null }
          : { user, draft: nothingGiven(begun), sent: begun };
      });
      yield* resultsSets(route, entered, new Date("2027-01-02T01:00:00Z")).files;
    }
  }
}

/** What each care manager of a region sends that took over its plans and enters them anew. */
function* enteredPlans(): Generator<NamedBytes> {
  for (const document of documentsOf(6)) {
    const { envelope, kind } = document;
    if (kind !== "plan-of-use" || envelope === undefined || document.month === undefined) continue;
    const plans = takeOverPlans(document, () => undefined).map((plan) => ({ ...plan, sent: null }));
    const sending = {
      sender: envelope.sender,
      createdOn: parseDate("20261125"),
      time: parseSetTime("20261125090000"),
      deletionTime: parseSetTime("20261125085959"),
    };
    const sets = planSets(document.month, plans, sending);
    for (const { files } of sets) yield* files;
  }
}
