import {
  classifyName,
  type DocumentOfUser,
  documentsByUser,
  readDocumentsLeniently,
  readFile,
} from "@tsunagi/standard";
import type { Contents } from "./ask.ts";

/** Files, read. */
export interface OpenedFiles {
  readonly contents: Contents;
  /** What the sheets of the contents are drawn from, in their order. */
  readonly parts: readonly DocumentOfUser[];
  readonly pictures: readonly Picture[];
}

/** A picture among the files. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the files of a message as documents, each taken apart by care user. Other files are only named. */
export async function openFiles(files: readonly File[]): Promise<OpenedFiles> {
  const given = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      type: classifyName(file.name).type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const ofTheStandard = given.filter(({ type }) => type !== "attachment");
  const { documents, unread } = readDocumentsLeniently(
    ofTheStandard.map(({ name, bytes }) => readFile(name, bytes)),
  );
  const parts = documents.flatMap(documentsByUser);
  return {
    contents: {
      sheets: parts.map(({ user, document }) => ({ kind: document.kind, user })),
      unread,
      others: given.filter(({ type }) => type === "attachment").map(({ name }) => name),
    },
    parts,
    pictures: given.filter(({ type }) => type === "image"),
  };
}
