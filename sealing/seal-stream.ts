import { createHash } from "node:crypto";
import { beginEnvelope } from "./cms/encrypt.ts";
import { signDigest } from "./cms/sign.ts";
import { packInto } from "./parcel/pack-stream.ts";
import type { LargeParcel } from "./parcel/parcel.ts";
import { checkSealing, type SealOptions } from "./seal.ts";
import type { Sink, Spool } from "./source.ts";

/** Where the bytes go while a large parcel is sealed. What was written is of no use when sealing fails. */
export interface SealingPlaces {
  /** The packed content for a while; of no use afterwards. */
  readonly archive: Spool;
  /** The SignedData, which the sender keeps as evidence. */
  readonly signed: Sink;
  /** What travels. */
  readonly sealed: Sink;
}

export interface SealedDigests {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sealedSha256: string;
  readonly signedSha256: string;
}

/**
 * Seals a parcel that is too large to be held, in the same format as `sealParcel`: packs it into a spool, and then signs
 * and encrypts it from there.
 *
 * @throws SealingError as `sealParcel` does; `parcel-invalid` also when a file has another size than was said
 */
export async function sealParcelStream(
  parcel: LargeParcel,
  options: SealOptions,
  places: SealingPlaces,
): Promise<SealedDigests> {
  const sizes = parcel.files.map(({ size }) => size);
  const { madeAt, recipients } = checkSealing(parcel, sizes, options);
  const { size, digest } = await packInto(places.archive, parcel);
  const around = signDigest(size, digest, options.signer, madeAt);

  const signed = measuring(places.signed);
  const sealed = measuring(places.sealed);
  const signedSize = around.before.length + size + around.after.length;
  const envelope = beginEnvelope(signedSize, recipients);
  const put = async (piece: Uint8Array): Promise<void> => {
    await signed.write(piece);
    await sealed.write(envelope.encrypt(piece));
  };
  await sealed.write(envelope.before);
  await put(around.before);
  for await (const piece of places.archive.read(0, size)) await put(piece);
  await put(around.after);
  await sealed.write(envelope.end());
  return { size: sealed.size(), sealedSha256: sealed.sha256(), signedSha256: signed.sha256() };
}

function measuring(sink: Sink): Sink & { size(): number; sha256(): string } {
  const hash = createHash("sha256");
  let size = 0;
  return {
    write(bytes) {
      hash.update(bytes);
      size += bytes.length;
      return sink.write(bytes);
    },
    size: () => size,
    sha256: () => hash.digest("hex"),
  };
}
