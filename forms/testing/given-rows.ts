import {
  type FileKind,
  fieldsOf,
  layouts,
  readDocumentsLeniently,
  readFile,
  writeRows,
} from "@tsunagi/standard";
import { drawForms } from "../draw-forms.ts";
import type { Form } from "../paper/form.ts";

/** What a row holds, by the key of the field; fields that are not named are empty. */
export type Values = { readonly [key: string]: string };

/** A file: its kind and its rows. */
export type GivenFile = readonly [kind: FileKind, ...rows: Values[]];

/** The forms of files with these rows. @throws Error where a row cannot be read */
export function formsOfRows(...files: readonly GivenFile[]): readonly Form[] {
  const { documents, unread } = readDocumentsLeniently(files.map(written));
  const [first] = unread;
  if (first !== undefined) throw new Error(first.message);
  return documents.flatMap((document) => [...drawForms(document, { pictures: new Map() })]);
}

function written([kind, ...rows]: GivenFile) {
  const values = rows.map((row) => fieldsOf(kind).map(({ key }) => row[key] ?? ""));
  const month = layouts[kind].monthInName ? "_202612" : "";
  const name = `${kind}${month}_1370000011_43_1370000029_11_20261120100000.CSV`;
  return readFile(name, writeRows(kind, values));
}
