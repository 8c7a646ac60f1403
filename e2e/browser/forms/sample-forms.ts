import { drawForms, type Form } from "@tsunagi/forms";
import { regionSets } from "@tsunagi/samples";
import { readDocuments, readFile } from "@tsunagi/standard";

/** The first form of each title in a made-up region: one of each that there is. */
export function sampleForms(): readonly Form[] {
  const forms = new Map<string, Form>();
  for (const set of regionSets({ seed: 1, offices: 24, users: 60 })) {
    const document = readDocuments(set.map(({ name, bytes }) => readFile(name, bytes)));
    const pictures = new Map(set.map(({ name, bytes }) => [name, bytes]));
    for (const form of drawForms(document, { pictures })) {
      if (!forms.has(form.title)) forms.set(form.title, form);
    }
  }
  return [...forms.values()];
}
