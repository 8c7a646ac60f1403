import { HeadReader } from "../der/head-reader.ts";
import { oids } from "../der/oids.ts";
import { EncodingError, Reader } from "../der/read.ts";
import { tags } from "../der/write.ts";
import { readNonce, readRecipients, type WrappedKey } from "./auth-enveloped-data.ts";

/** What stands before the ciphertext of a sealed message, and where that lies. */
export interface SealedHead {
  readonly recipients: readonly WrappedKey[];
  readonly nonce: Uint8Array;
  /** Of the ciphertext within the whole; the tag of 16 octets follows it, 2 octets on, and ends the message. */
  readonly ciphertext: { readonly from: number; readonly to: number };
}

/** Bytes that hold the head of any message: 64 recipients take less than half of it. */
export const largestHead: number = 64 * 1024;

/** Identifier and length of the tag, and the tag itself. */
export const trailerLength: number = 2 + 16;

/**
 * Reads the head of a sealed message of `size` bytes from its first bytes (all, or `largestHead`), so that a large one
 * need not be held. DER with definite lengths only, as `sealParcel` writes it; every length must lead to the end.
 *
 * @throws EncodingError
 */
export function decodeSealedHead(head: Uint8Array, size: number): SealedHead {
  const reader = new HeadReader(head);
  endingAt(size, reader.enter(tags.sequence));
  if (reader.oid() !== oids.authEnvelopedData) {
    throw new EncodingError("not AuthEnvelopedData", 0);
  }
  endingAt(size, reader.enter(0xa0));
  endingAt(size, reader.enter(tags.sequence));
  if (reader.number() !== 0) throw new EncodingError("AuthEnvelopedData is not version 0", 0);
  const recipients = readRecipients(new Reader(reader.next(tags.set).contents));
  endingAt(size - trailerLength, reader.enter(tags.sequence));
  if (reader.oid() !== oids.data) throw new EncodingError("content is not id-data", 0);
  const nonce = readNonce(new Reader(reader.next(tags.sequence).contents));
  const ciphertext = endingAt(size - trailerLength, reader.enter(0x80));
  return { recipients, nonce, ciphertext };
}

/** The tag from the last octets. @throws EncodingError */
export function decodeTrailer(trailer: Uint8Array): Uint8Array {
  const reader = new Reader(trailer);
  const tag = reader.octets();
  reader.end();
  if (tag.length !== 16) throw new EncodingError("tag is not of 16 octets", 0);
  return tag;
}

type Place = SealedHead["ciphertext"];

function endingAt(end: number, place: Place): Place {
  if (place.to !== end) throw new EncodingError("length does not lead to the end", place.from);
  return place;
}
