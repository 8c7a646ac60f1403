import { SealingError } from "../errors.ts";
import { manifestName, mostFiles } from "../parcel/parcel.ts";

/** Bytes of `manifest.json`. */
const largestManifest = 1024 ** 2;

/**
 * Looks at the entries of an archive one after the other, before any is inflated.
 *
 * @returns takes an entry's name and the size that it declares
 * @throws SealingError `parcel-invalid`, `too-large`
 */
export function createAdmission(limit: number): (name: string, size: number) => void {
  const names = new Set<string>();
  let total = 0;
  return (name, size) => {
    if (names.has(name)) throw new SealingError("parcel-invalid", "two entries of one name");
    names.add(name);
    if (name === manifestName && size > largestManifest) {
      throw new SealingError("too-large", "manifest");
    }
    total += name === manifestName ? 0 : size;
    if (names.size > mostFiles + 1 || total > limit) {
      throw new SealingError("too-large", `${names.size} entries, more than ${limit} bytes`);
    }
  };
}
