import { oids } from "../der/oids.ts";
import { Reader } from "../der/read.ts";
import { type Chunks, context, element, integer, sequence, tags, time } from "../der/write.ts";
import { orFailAs, SealingError } from "../errors.ts";
import { type KnownAuthorities, standsUnder } from "./authorities-above.ts";
import { type Authority, identifierOf, signerOf } from "./authority.ts";
import { authorityKeyIdentifier, extension } from "./extensions.ts";
import { parseCertificate } from "./parse.ts";
import { signatureAlgorithm, signatureHolds, signStructure } from "./signature.ts";

/** CRLReason codes (RFC 5280, 5.3.1); of a hold or its removal there is no use here. */
export const reasonCodes = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  privilegeWithdrawn: 9,
} as const;
export type RevocationReason = keyof typeof reasonCodes;

export interface RevokedCertificate {
  /** Lower-case hexadecimal. */
  readonly serial: string;
  readonly at: Date;
  readonly reason: RevocationReason;
}

export interface RevocationList {
  /** Grows from list to list. */
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked: readonly RevokedCertificate[];
}

/** A certificate revocation list, version 2 (RFC 5280, 5), as DER. */
export async function issueRevocationList(
  authority: Authority,
  list: RevocationList,
): Promise<Uint8Array> {
  const issuer = parseCertificate(authority.certificate);
  const content = sequence(
    integer(1),
    signatureAlgorithm(issuer.publicKey),
    [issuer.subjectDer],
    time(list.thisUpdate),
    time(list.nextUpdate),
    // An empty list of revoked certificates is left out, as the RFC asks.
    ...(list.revoked.length > 0 ? [sequence(list.revoked.flatMap(entry))] : []),
    context(
      0,
      sequence(
        authorityKeyIdentifier(identifierOf(issuer)),
        extension(oids.crlNumber, integer(list.number)),
      ),
    ),
  );
  return signStructure(content, signerOf(authority));
}

function entry({ serial, at, reason }: RevokedCertificate): Chunks {
  const code = reasonCodes[reason];
  const reasonExtension = extension(
    oids.crlReason,
    element(tags.enumerated, [Uint8Array.of(code)]),
  );
  // "unspecified" is said by saying nothing (RFC 5280, 5.3.1).
  const extensions = code === 0 ? [] : [sequence(reasonExtension)];
  return sequence(integer(Buffer.from(serial, "hex")), time(at), ...extensions);
}

/**
 * Reads a revocation list (DER) that one of `authorities` signed, or one of `issuers` that stood under one of them when
 * the list was made.
 *
 * @throws SealingError `revocation-list-invalid`
 */
export function parseRevocationList(
  der: Uint8Array,
  { authorities, issuers = [] }: KnownAuthorities,
): RevocationList {
  return orFailAs("revocation-list-invalid", () => {
    const outer = new Reader(der);
    const structure = outer.inside();
    outer.end();
    const content = structure.next(tags.sequence);
    const algorithm = structure.inside().oid();
    const signature = structure.bitOctets();
    structure.end();

    const inside = structure.into(content);
    if (inside.number() !== 1) throw new RangeError("not version 2");
    inside.next(tags.sequence);
    const issuer = inside.next(tags.sequence).raw;
    const thisUpdate = inside.time();
    const signed = { content: content.raw, algorithm, signature };
    const under = issuers.filter((one) => standsUnder(one, authorities, thisUpdate));
    const signer = [...authorities, ...under].find(
      (authority) =>
        authority.kind === "authority" &&
        authority.keyUsage.has("cRLSign") &&
        Buffer.compare(authority.subjectDer, issuer) === 0 &&
        signatureHolds(signed, authority.publicKey),
    );
    if (!signer) throw new SealingError("revocation-list-invalid", "not signed by an authority");
    const nextUpdate = inside.time();
    const revoked = inside.nextIs(tags.sequence) ? readEntries(inside.inside()) : [];
    const number = readNumber(inside.inside(0xa0).inside());
    inside.end();
    return { number, thisUpdate, nextUpdate, revoked };
  });
}

function readEntries(entries: Reader): RevokedCertificate[] {
  const revoked: RevokedCertificate[] = [];
  while (!entries.done) {
    const one = entries.inside();
    const serial = Buffer.from(one.unsigned()).toString("hex");
    const at = one.time();
    const reason = one.done ? "unspecified" : readReason(one.inside());
    revoked.push({ serial, at, reason });
  }
  return revoked;
}

function readReason(extensions: Reader): RevocationReason {
  const value = extensionValue(extensions, oids.crlReason);
  const code = value?.number(tags.enumerated) ?? 0;
  const reasons = Object.keys(reasonCodes) as RevocationReason[];
  return reasons.find((reason) => reasonCodes[reason] === code) ?? "unspecified";
}

function readNumber(extensions: Reader): number {
  const value = extensionValue(extensions, oids.crlNumber);
  if (!value) throw new RangeError("no number");
  return value.number();
}

function extensionValue(extensions: Reader, type: string): Reader | undefined {
  let value: Reader | undefined;
  while (!extensions.done) {
    const one = extensions.inside();
    const found = one.oid();
    if (one.nextIs(tags.boolean)) one.boolean();
    if (found === type) value = new Reader(one.octets());
  }
  return value;
}
