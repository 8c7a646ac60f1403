import { createDecipheriv, createPublicKey, diffieHellman, type KeyObject } from "node:crypto";
import {
  type AuthEnvelopedData,
  decodeAuthEnvelopedData,
  type WrappedKey,
} from "../cms/auth-enveloped-data.ts";
import { names } from "../cms/certificate-id.ts";
import { keyEncryptionKey, keyWrapStart } from "../cms/key-agreement.ts";
import { certificateOf, type Signer } from "../cms/signer.ts";
import { oids } from "../der/oids.ts";
import { bitString, join, oid, sequence } from "../der/write.ts";
import { orFailAs, SealingError } from "../errors.ts";

const wrapStart = Buffer.from(keyWrapStart);

/**
 * Decrypts AuthEnvelopedData with the key that fits. Nothing of the content is given out before
 * its tag was checked.
 *
 * @throws SealingError `not-a-sealed-message`, `not-for-this-office`, `changed`
 */
export function decryptContent(sealed: Uint8Array, keys: readonly Signer[]): Uint8Array {
  const envelope = orFailAs("not-a-sealed-message", () => decodeAuthEnvelopedData(sealed));
  return orFailAs("changed", () =>
    decryptWith(findContentKey(envelope.recipients, keys), envelope),
  );
}

/**
 * The content key, unwrapped with the key that fits.
 *
 * @throws SealingError `not-for-this-office`, `changed`
 */
export function findContentKey(
  recipients: readonly WrappedKey[],
  keys: readonly Signer[],
): Uint8Array {
  for (const holder of keys) {
    const certificate = certificateOf(holder);
    const wrapped = recipients.find(({ recipient }) => names(recipient, certificate));
    if (wrapped) return orFailAs("changed", () => unwrap(wrapped, holder.key));
  }
  throw new SealingError(
    "not-for-this-office",
    `${recipients.length} recipients, none of them ours`,
  );
}

function unwrap(wrapped: WrappedKey, privateKey: KeyObject): Uint8Array {
  const sharedSecret = diffieHellman({ privateKey, publicKey: ephemeralKey(wrapped.ephemeral) });
  const wrappingKey = keyEncryptionKey(sharedSecret, wrapped.wrap, wrapped.userKeyingMaterial);
  const unwrapping = createDecipheriv("id-aes256-wrap", wrappingKey, wrapStart);
  return Buffer.concat([unwrapping.update(wrapped.encryptedKey), unwrapping.final()]);
}

/** Refuses a point that is not on the curve. */
function ephemeralKey(point: Uint8Array): KeyObject {
  const info = sequence(sequence(oid(oids.ecPublicKey), oid(oids.p256)), bitString(point));
  return createPublicKey({ key: Buffer.from(join(info)), type: "spki", format: "der" });
}

function decryptWith(
  contentKey: Uint8Array,
  { nonce, ciphertext, tag }: AuthEnvelopedData,
): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", contentKey, nonce, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  const content = decipher.update(ciphertext);
  const rest = decipher.final();
  return rest.length === 0 ? content : Buffer.concat([content, rest]);
}
