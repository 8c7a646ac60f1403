import { drawForms, type Form } from "@tsunagi/forms";
import { regionSets } from "@tsunagi/samples";
import { readDocuments, readFile } from "@tsunagi/standard";

/** One form of each title in a made-up region: the one with the most written on its first page. */
export function sampleForms(): readonly Form[] {
  const fullest = new Map<string, { readonly form: Form; readonly written: number }>();
  for (const set of regionSets({ seed: 1, offices: 24, users: 60 })) {
    const document = readDocuments(set.map(({ name, bytes }) => readFile(name, bytes)));
    const pictures = new Map(set.map(({ name, bytes }) => [name, bytes]));
    for (const form of drawForms(document, { pictures })) {
      const written = writtenOn(form);
      if (written > (fullest.get(form.title)?.written ?? 0)) {
        fullest.set(form.title, { form, written });
      }
    }
  }
  return Array.from(fullest.values(), ({ form }) => form);
}

/** How many characters stand on the first page of a form. */
function writtenOn({ pages }: Form): number {
  const texts = pages[0]?.items.flatMap((item) => (item.kind === "text" ? [item.text] : [])) ?? [];
  return texts.join("").replaceAll(/\s/gu, "").length;
}
