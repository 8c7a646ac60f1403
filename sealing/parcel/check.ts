import { isOfficeNumber } from "../certificates/office-number.ts";
import { SealingError } from "../errors.ts";
import { isCount } from "../log/tree.ts";
import type { LogState } from "../log/verify.ts";
import { fileNameKey, isFileName } from "./file-name.ts";
import { longestNote, mostFiles, type Parcel } from "./parcel.ts";

/** Of a parcel and of its manifest alike. */
type Checked = Omit<Parcel, "files"> & {
  readonly files: readonly { readonly name: string; readonly type?: string }[];
};

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const mediaType = /^[A-Za-z0-9][\w!#$&^.+-]{0,126}\/[A-Za-z0-9][\w!#$&^.+-]{0,126}$/;

export const isMessageId = (text: string): boolean => uuidV7.test(text);

/** Whether the text is a time in UTC with milliseconds. */
export function isInstant(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/**
 * Checks what the types do not say.
 *
 * @throws SealingError `parcel-invalid`, `too-large`
 */
export function checkParcel(parcel: Checked): void {
  if (!isMessageId(parcel.id)) invalid("id is not a UUIDv7");
  if (!isOfficeNumber(parcel.from)) invalid("from is not an office number");
  if (!isOfficeNumber(parcel.to)) invalid("to is not an office number");
  if (!isInstant(parcel.madeAt)) invalid("madeAt is not a time in UTC");
  if (parcel.note !== undefined && !isNote(parcel.note)) invalid("note is too long");
  if (parcel.log !== undefined && !isLog(parcel.log)) invalid("log is not the state of a log");
  checkFiles(parcel.files);
}

const isNote = (note: string): boolean => note.length <= longestNote && note.isWellFormed();

const isLog = ({ size, rootHash }: LogState): boolean =>
  isCount(size) && /^[0-9a-f]{64}$/.test(rootHash);

function checkFiles(files: Checked["files"]): void {
  if (files.length === 0) invalid("no files");
  if (files.length > mostFiles) throw new SealingError("too-large", `more than ${mostFiles} files`);
  const keys = new Set<string>();
  for (const [index, { name, type }] of files.entries()) {
    // By number: names of files may name people.
    if (!isFileName(name)) invalid(`name of file ${index + 1}`);
    if (keys.has(fileNameKey(name))) invalid(`name of file ${index + 1} occurs twice`);
    if (type !== undefined && !mediaType.test(type)) invalid(`type of file ${index + 1}`);
    keys.add(fileNameKey(name));
  }
}

function invalid(what: string): never {
  throw new SealingError("parcel-invalid", what);
}
