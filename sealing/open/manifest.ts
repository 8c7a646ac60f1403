import { SealingError } from "../errors.ts";
import type { LogState } from "../log/verify.ts";
import { checkParcel } from "../parcel/check.ts";
import { type Manifest, type ManifestFile, parcelFormat } from "../parcel/parcel.ts";

/**
 * Reads `manifest.json`. Fields it does not know are passed over.
 *
 * @throws SealingError `parcel-invalid`, `too-large`
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const json = record(parseJson(bytes), "manifest");
  if (json["format"] !== parcelFormat) invalid(`format is not ${parcelFormat}`);
  const { note, log, files } = json;
  if (!Array.isArray(files)) invalid("files is not a list");
  const manifest: Manifest = {
    format: parcelFormat,
    id: text(json["id"], "id"),
    from: text(json["from"], "from"),
    to: text(json["to"], "to"),
    madeAt: text(json["madeAt"], "madeAt"),
    ...(note !== undefined && { note: text(note, "note") }),
    ...(log !== undefined && { log: readLog(log) }),
    files: files.map(readFile),
  };
  checkParcel(manifest);
  return manifest;
}

function readLog(value: unknown): LogState {
  const { size, rootHash } = record(value, "log");
  if (typeof size !== "number") invalid("size of the log");
  return { size, rootHash: text(rootHash, "hash of the log") };
}

function readFile(value: unknown, index: number): ManifestFile {
  const file = record(value, `file ${index + 1}`);
  const { size, sha256, type } = file;
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) {
    invalid(`size of file ${index + 1}`);
  }
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) {
    invalid(`sha256 of file ${index + 1}`);
  }
  return {
    name: text(file["name"], `name of file ${index + 1}`),
    size,
    sha256,
    ...(type !== undefined && { type: text(type, `type of file ${index + 1}`) }),
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    // The cause would quote the manifest in logs.
    throw new SealingError(
      "parcel-invalid",
      `manifest is not JSON (${String(cause).split(":")[0]})`,
    );
  }
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) invalid(what);
  return value as Record<string, unknown>;
}

function text(value: unknown, what: string): string {
  if (typeof value !== "string") invalid(what);
  return value;
}

function invalid(what: string): never {
  throw new SealingError("parcel-invalid", what);
}
