import { StandardError } from "../errors.ts";
import type { CsvFileName, ImageFileName } from "./file-name.ts";
import { parseFileName } from "./parse-file-name.ts";
import { readFileName } from "./read-file-name.ts";

/** What a file is, as far as its name tells. */
export type NameClass =
  /** A CSV file of the standard. */
  | { readonly type: "csv"; readonly name: CsvFileName }
  /** A picture that belongs to a UPKIHON. */
  | { readonly type: "image"; readonly name: ImageFileName }
  /** A file that may travel with a set the user chooses: PDF or picture. */
  | { readonly type: "attachment"; readonly mediaType: string }
  /** Anything else; `reason` says in Japanese why, as `parseFileName` would. */
  | { readonly type: "unknown"; readonly reason: string };

const attachmentTypes: ReadonlyMap<string, string> = new Map([
  ["pdf", "application/pdf"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
]);

/** Tells CSV files of the standard, pictures, attachments and the rest apart by name alone. Never throws. */
export function classifyName(name: string): NameClass {
  try {
    const parsed = parseFileName(name);
    return parsed.type === "csv" ? { type: "csv", name: parsed } : { type: "image", name: parsed };
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const mediaType = mayBeAttached(name) ? attachmentTypes.get(extensionOf(name)) : undefined;
    return mediaType === undefined
      ? { type: "unknown", reason: error.message }
      : { type: "attachment", mediaType };
  }
}

function mayBeAttached(name: string): boolean {
  return readFileName(name).kind !== "image" && !/[/\\:]/.test(name);
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}
