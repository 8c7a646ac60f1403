import { unzipSync } from "fflate";
import { sha256Hex } from "../cms/sign.ts";
import { orFailAs, SealingError } from "../errors.ts";
import { fileFolder, manifestName, type Parcel, type ParcelFile } from "../parcel/parcel.ts";
import { createAdmission } from "./admit.ts";
import { readManifest } from "./manifest.ts";

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
  const admit = createAdmission(limit);
  // fflate writes no more than the size that an entry declares, which `admit` has bounded.
  return orFailAs(
    "parcel-invalid",
    () =>
      new Map(
        Object.entries(
          unzipSync(archive, {
            filter: ({ name, originalSize }) => {
              admit(name, originalSize);
              return true;
            },
          }),
        ),
      ),
  );
}

function entryOf(entries: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = entries.get(name);
  if (!bytes) throw new SealingError("parcel-invalid", "a file of the manifest is missing");
  return bytes;
}
