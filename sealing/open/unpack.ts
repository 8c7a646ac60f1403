import { unzipSync } from "fflate";
import { sha256Hex } from "../cms/sign.ts";
import { orFailAs, SealingError } from "../errors.ts";
import {
  fileFolder,
  manifestName,
  mostFiles,
  type Parcel,
  type ParcelFile,
} from "../parcel/parcel.ts";
import { readManifest } from "./manifest.ts";

const largestManifest = 1024 ** 2;

/**
 * Unpacks a parcel's archive and holds every file against the manifest: the same names, sizes
 * and digests, nothing missing, nothing more. Nothing is inflated beyond `limit`.
 *
 * @throws SealingError `parcel-invalid`, `too-large`
 */
export function unpackParcel(archive: Uint8Array, limit: number): Parcel {
  const entries = inflate(archive, limit);
  const { format: _, files, ...rest } = readManifest(entryOf(entries, manifestName));
  if (files.length + 1 !== entries.size) {
    throw new SealingError("parcel-invalid", "files that the manifest does not name");
  }
  const unpacked = files.map(({ name, size, sha256, type }, index): ParcelFile => {
    const bytes = entryOf(entries, fileFolder + name);
    if (bytes.length !== size || sha256Hex(bytes) !== sha256) {
      throw new SealingError("parcel-invalid", `file ${index + 1} differs from the manifest`);
    }
    return { name, bytes, ...(type !== undefined && { type }) };
  });
  return { ...rest, files: unpacked };
}

function inflate(archive: Uint8Array, limit: number): Map<string, Uint8Array> {
  const names = new Set<string>();
  let total = 0;
  const admit = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (names.has(name)) throw new SealingError("parcel-invalid", "two entries of one name");
    names.add(name);
    if (name === manifestName && originalSize > largestManifest) {
      throw new SealingError("too-large", "manifest");
    }
    total += name === manifestName ? 0 : originalSize;
    if (names.size > mostFiles + 1 || total > limit) {
      throw new SealingError("too-large", `${names.size} entries, more than ${limit} bytes`);
    }
    return true;
  };
  // fflate writes no more than the size that an entry declares, which `admit` has bounded.
  return orFailAs(
    "parcel-invalid",
    () => new Map(Object.entries(unzipSync(archive, { filter: admit }))),
  );
}

function entryOf(entries: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = entries.get(name);
  if (!bytes) throw new SealingError("parcel-invalid", "a file of the manifest is missing");
  return bytes;
}
