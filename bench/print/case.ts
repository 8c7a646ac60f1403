// One case of the bench, in a process of its own: prints so many forms, and tells as JSON what it took.
import { drawForms, type Form } from "@tsunagi/forms";
import { pdfOf } from "@tsunagi/forms/pdf";
import { regionSets } from "@tsunagi/samples";
import { readDocuments, readFile, type SetDocument } from "@tsunagi/standard";
import type { Printed } from "./printed.ts";

const wanted = Number(process.argv[2]);

const documents = documentsOfRegion();

/** The forms of the region over and over, until there are enough. */
function* manyForms(): Generator<Form> {
  let drawn = 0;
  for (;;) {
    for (const { document, pictures } of documents) {
      for (const form of drawForms(document, { pictures })) {
        yield form;
        drawn++;
        if (drawn === wanted) return;
      }
    }
  }
}

const [start, cpu] = [performance.now(), process.cpuUsage()];
const pdf = pdfOf(manyForms, { title: "帳票", contents: true });
let bytes = 0;
let next = pdf.next();
while (!next.done) {
  bytes += next.value.length;
  next = pdf.next();
}
const { user, system } = process.cpuUsage(cpu);
const printed: Printed = {
  ...next.value,
  bytes,
  seconds: (performance.now() - start) / 1000,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(printed));

interface Given {
  readonly document: SetDocument;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

function documentsOfRegion(): readonly Given[] {
  return regionSets({ seed: 1, offices: 24, users: 60 }).map((set) => ({
    document: readDocuments(set.map(({ name, bytes: content }) => readFile(name, content))),
    pictures: new Map(set.map(({ name, bytes: content }) => [name, content])),
  }));
}
