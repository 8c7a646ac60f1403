import { oids } from "../der/oids.ts";
import { EncodingError, Reader } from "../der/read.ts";
import { type Header, readHeader } from "../der/read-header.ts";
import { tags } from "../der/write.ts";
import { readNonce, readRecipients, type WrappedKey } from "./auth-enveloped-data.ts";

/** What stands before the ciphertext of a sealed message, and where that lies. */
export interface SealedHead {
  readonly recipients: readonly WrappedKey[];
  readonly nonce: Uint8Array;
  /** Of the ciphertext within the whole; the tag of 16 octets follows it, 2 octets on, and ends the message. */
  readonly ciphertext: { readonly from: number; readonly length: number };
}

/** Bytes that hold the head of any message: 64 recipients take less than half of it. */
export const largestHead: number = 64 * 1024;

/** Identifier and length of the tag, and the tag itself. */
const trailer = 2 + 16;

/**
 * Reads the head of a sealed message of `size` bytes from its first bytes (all, or `largestHead`), so that a large one
 * need not be held. DER with definite lengths only, as `sealParcel` writes it; every length must lead to the end.
 *
 * @throws EncodingError
 */
export function decodeSealedHead(head: Uint8Array, size: number): SealedHead {
  const contentInfo = endingAt(size, readHeader(head, 0, tags.sequence));
  let at = contentInfo.from;
  const read = (): Reader => new Reader(head.subarray(at));
  const pass = (bytes: number): void => {
    at += bytes;
  };

  const type = new Reader(read().next(tags.oid).raw).oid();
  if (type !== oids.authEnvelopedData) throw new EncodingError("not AuthEnvelopedData", at);
  pass(read().next().raw.length);
  at = endingAt(size, readHeader(head, at, 0xa0)).from;
  at = endingAt(size, readHeader(head, at, tags.sequence)).from;
  if (read().number() !== 0) throw new EncodingError("AuthEnvelopedData is not version 0", at);
  pass(read().next().raw.length);
  const list = read().next(tags.set);
  const recipients = readRecipients(new Reader(list.contents));
  pass(list.raw.length);

  at = endingAt(size - trailer, readHeader(head, at, tags.sequence)).from;
  if (read().oid() !== oids.data) throw new EncodingError("content is not id-data", at);
  pass(read().next().raw.length);
  const algorithm = read().next(tags.sequence);
  const nonce = readNonce(new Reader(algorithm.contents));
  pass(algorithm.raw.length);
  const ciphertext = endingAt(size - trailer, readHeader(head, at, 0x80));
  return { recipients, nonce, ciphertext: { from: ciphertext.from, length: ciphertext.length } };
}

function endingAt(end: number, header: Header): Header {
  if (header.from + header.length !== end) {
    throw new EncodingError("length does not lead to the end", header.from);
  }
  return header;
}
