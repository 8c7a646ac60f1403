import { createDecipheriv } from "node:crypto";
import { decodeSealedHead, decodeTrailer, largestHead, trailerLength } from "../cms/sealed-head.ts";
import type { Signer } from "../cms/signer.ts";
import { orFailAs } from "../errors.ts";
import { readBytes, type Sink, type Source } from "../source.ts";
import { findContentKey } from "./decrypt.ts";

/**
 * Decrypts AuthEnvelopedData of any size (DER with definite lengths) with the key that fits. What is written may be
 * used only once this has returned: the tag is at the end.
 *
 * @throws SealingError `not-a-sealed-message`, `not-for-this-office`, `changed`
 */
export async function decryptInto(
  sink: Sink,
  sealed: Source,
  keys: readonly Signer[],
): Promise<void> {
  const { size } = sealed;
  const start = await readBytes(sealed, 0, Math.min(largestHead, size));
  const head = orFailAs("not-a-sealed-message", () => decodeSealedHead(start, size));
  const end = await readBytes(sealed, size - trailerLength, size);
  const tag = orFailAs("not-a-sealed-message", () => decodeTrailer(end));
  const contentKey = findContentKey(head.recipients, keys);
  const decipher = orFailAs("changed", () =>
    createDecipheriv("aes-256-gcm", contentKey, head.nonce, { authTagLength: 16 }),
  );
  decipher.setAuthTag(tag);
  for await (const piece of sealed.read(head.ciphertext.from, head.ciphertext.to)) {
    await sink.write(decipher.update(piece));
  }
  orFailAs("changed", () => decipher.final());
}
