import { setImmediate } from "node:timers/promises";
import { drawForms } from "@tsunagi/forms";
import {
  classifyName,
  documentsByUser,
  readDocumentsLeniently,
  readFile,
  type SetDocument,
} from "@tsunagi/standard";
import type { Engine } from "../engine/engine.ts";
import { ClientError } from "../errors.ts";
import { type FileContent, heldBytes } from "../file-content.ts";

type NamedContent = { readonly name: string; readonly content: FileContent };
/** `user`: the place of a care user among those of the files, in digits. */
type Query = { readonly user?: string };

/** The forms of a message as PDF. @throws ClientError `not-found` */
export async function formsOfMessage(
  engine: Engine,
  id: string,
  query: Query,
): Promise<AsyncGenerator<Uint8Array>> {
  const { title, files } = engine.message(id);
  const named = files.filter(isDrawn).map(async ({ name }) => ({
    name,
    content: await engine.file(id, name),
  }));
  return formsOf(title, await Promise.all(named), query);
}

/** The forms of a set on the tray as PDF. @throws ClientError `not-found` */
export async function formsOfSet(
  { tray }: Engine,
  setId: string,
  query: Query,
): Promise<AsyncGenerator<Uint8Array>> {
  const { sets } = await tray.view();
  const set = sets.find((one) => one.setId === setId);
  if (set === undefined) throw new ClientError("not-found");
  const named = set.files.filter(isDrawn).map(({ fileId, name }) => ({
    name,
    content: tray.file(fileId),
  }));
  return formsOf(set.title, named, query);
}

/** Attachments are no documents: they may be large, and are left where they are. */
function isDrawn({ name }: { readonly name: string }): boolean {
  return classifyName(name).type !== "attachment";
}

async function formsOf(
  title: string,
  files: readonly NamedContent[],
  { user }: Query,
): Promise<AsyncGenerator<Uint8Array>> {
  const held = await Promise.all(
    files.map(async ({ name, content }) => ({ name, bytes: await heldBytes(content) })),
  );
  const { documents } = readDocumentsLeniently(
    held.map(({ name, bytes }) => readFile(name, bytes)),
  );
  const parts = documents.flatMap(documentsByUser).map(({ document }) => document);
  const chosen = user === undefined ? parts : parts.slice(Number(user), Number(user) + 1);
  if (chosen.length === 0) throw new ClientError("not-found");
  const pictures = new Map(
    held.flatMap(({ name, bytes }) =>
      classifyName(name).type === "image" ? [[name, bytes] as const] : [],
    ),
  );
  return pageByPage(title, chosen, pictures);
}

/** The PDF, drawn a page at a time, so that whatever else is asked of the app meanwhile gets its turn. */
async function* pageByPage(
  title: string,
  documents: readonly SetDocument[],
  pictures: ReadonlyMap<string, Uint8Array>,
): AsyncGenerator<Uint8Array> {
  function* forms() {
    for (const document of documents) yield* drawForms(document, { pictures });
  }
  // What writes PDF takes a while to load, and most who open the desk never ask for it.
  const { pdfOf } = await import("@tsunagi/forms/pdf");
  for (const bytes of pdfOf(forms, { title, contents: documents.length > 1 })) {
    if (bytes.length > 0) yield bytes;
    await setImmediate();
  }
}
