import { createHash } from "node:crypto";
import { HeadReader } from "../der/head-reader.ts";
import { oids } from "../der/oids.ts";
import { EncodingError, Reader } from "../der/read.ts";
import { tags } from "../der/write.ts";
import { orFailAs } from "../errors.ts";
import { readBytes, type Source } from "../source.ts";
import { readAfterContent, readAlgorithm, type SignedParts } from "./signed-data.ts";

/** A SignedData whose content is not held, measured and taken apart; nothing is verified yet. */
export interface SignedOutline {
  /** Of the whole, lower-case hexadecimal. */
  readonly sha256: string;
  /** Where the content lies within the whole. */
  readonly content: Place;
  /** SHA-256 of the content. */
  readonly contentDigest: Uint8Array;
  readonly parts: SignedParts;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** More than stands before any content. */
const headLength = 1024;
/** Certificates and signature: eight certificates of any size in use are less. */
const largestTail = 256 * 1024;

/**
 * Reads a SignedData of any size, DER with definite lengths, once from beginning to end.
 *
 * @throws SealingError `signature-wrong`
 */
export async function outlineSigned(signed: Source): Promise<SignedOutline> {
  const { size } = signed;
  const start = await readBytes(signed, 0, Math.min(headLength, size));
  const { version, content } = orFailAs("signature-wrong", () => decodeHead(start, size));
  const end = await readBytes(signed, content.to, size);
  const parts = orFailAs("signature-wrong", () =>
    readAfterContent(new Reader(end, "ber"), version),
  );

  const whole = createHash("sha256");
  const inner = createHash("sha256");
  for await (const piece of signed.read(0, content.from)) whole.update(piece);
  for await (const piece of signed.read(content.from, content.to)) {
    whole.update(piece);
    inner.update(piece);
  }
  return {
    sha256: whole.update(end).digest("hex"),
    content,
    contentDigest: inner.digest(),
    parts,
  };
}

function decodeHead(head: Uint8Array, size: number): { version: number; content: Place } {
  const reader = new HeadReader(head);
  endingAt(size, reader.enter(tags.sequence));
  if (reader.oid() !== oids.signedData) throw new EncodingError("not SignedData", 0);
  endingAt(size, reader.enter(0xa0));
  endingAt(size, reader.enter(tags.sequence));
  const version = reader.number();
  const digests = new Reader(reader.next(tags.set).contents, "ber");
  readAlgorithm(digests, oids.sha256);
  digests.end();
  const { to } = reader.enter(tags.sequence);
  if (reader.oid() !== oids.data) throw new EncodingError("content is not id-data", 0);
  endingAt(to, reader.enter(0xa0));
  const content = endingAt(to, reader.enter(tags.octetString));
  if (to > size || size - to > largestTail) throw new EncodingError("too much after it", to);
  return { version, content };
}

function endingAt(end: number, place: Place): Place {
  if (place.to !== end) throw new EncodingError("length does not lead to the end", place.from);
  return place;
}
