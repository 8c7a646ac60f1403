import { readFile } from "../../check/check-file.ts";
import type { ReadFile } from "../../check/checked-file.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";
import type { DocumentKind, SetDocument } from "../document.ts";
import { readDocuments } from "../read-documents.ts";
import type { WrittenFile } from "../write-documents.ts";

/** The files of a sample as names and bytes. */
export function bytesOf(sample: SampleFiles): readonly WrittenFile[] {
  return sample.given().map((file) => {
    const chunks = Array.from(file.read() as Iterable<Uint8Array>);
    return { name: file.name, bytes: Uint8Array.from(chunks.flatMap((chunk) => [...chunk])) };
  });
}

/** The files of a sample, read. */
export function filesOf(sample: SampleFiles): readonly ReadFile[] {
  return bytesOf(sample).map(({ name, bytes }) => readFile(name, bytes));
}

/** The document of a sample, which must be of a kind. */
export function documentOf<Kind extends DocumentKind>(
  kind: Kind,
  sample: SampleFiles,
): SetDocument & { readonly kind: Kind } {
  const document = readDocuments(filesOf(sample));
  if (!isKind(kind, document)) throw new Error(`the sample is a ${document.kind}, not a ${kind}`);
  return document;
}

function isKind<Kind extends DocumentKind>(
  kind: Kind,
  document: SetDocument,
): document is SetDocument & { readonly kind: Kind } {
  return document.kind === kind;
}
