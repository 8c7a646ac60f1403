import { createHash, type KeyObject } from "node:crypto";
import { isIP } from "node:net";
import { oids } from "../der/oids.ts";
import { Reader } from "../der/read.ts";
import {
  bitString,
  boolean,
  type Chunks,
  context,
  contextPrimitive,
  integer,
  join,
  octetString,
  oid,
  sequence,
} from "../der/write.ts";

/** The extensions of RFC 5280, 4.2, that this authority writes. */
export function extension(type: string, value: Chunks, critical = false): Chunks {
  return sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(join(value)));
}

/** Bit numbers of KeyUsage. */
export const keyUsageBits = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
} as const;
export type KeyUsage = keyof typeof keyUsageBits;

export function keyUsage(...usages: KeyUsage[]): Chunks {
  const bits = usages.map((usage) => keyUsageBits[usage]);
  const octet = bits.reduce<number>((sum, bit) => sum | (0x80 >> bit), 0);
  return extension(oids.keyUsage, bitString(Uint8Array.of(octet), 7 - Math.max(...bits)), true);
}

/** An authority with at most so many others between itself and an end certificate. */
export const authorityConstraints = (pathLength = 0): Chunks =>
  extension(oids.basicConstraints, sequence(boolean(true), integer(pathLength)), true);

export const endConstraints = (): Chunks => extension(oids.basicConstraints, sequence(), true);

export const extendedKeyUsage = (...purposes: string[]): Chunks =>
  extension(oids.extendedKeyUsage, sequence(...purposes.map(oid)));

/** First 160 bits of the SHA-256 of the public key's bits (RFC 7093, method 1). */
export function keyIdentifier(key: KeyObject): Uint8Array {
  return createHash("sha256").update(publicKeyBits(key)).digest().subarray(0, 20);
}

/** The bits of a public key, without algorithm: what is hashed to name it. */
export function publicKeyBits(key: KeyObject): Uint8Array {
  const info = new Reader(key.export({ type: "spki", format: "der" })).inside();
  info.inside();
  return info.bitOctets();
}

export const subjectKeyIdentifier = (identifier: Uint8Array): Chunks =>
  extension(oids.subjectKeyIdentifier, octetString(identifier));

export const authorityKeyIdentifier = (identifier: Uint8Array): Chunks =>
  extension(oids.authorityKeyIdentifier, sequence(contextPrimitive(0, identifier)));

/** One distribution point of revocation lists, at `url`. */
export function crlDistributionPoint(url: string): Chunks {
  const fullName = context(0, contextPrimitive(6, Buffer.from(url, "latin1")));
  return extension(oids.crlDistributionPoints, sequence(sequence(context(0, fullName))));
}

/** Where the issuer is asked for the status of the certificate (OCSP). */
export function authorityInformationAccess(ocspUrl: string): Chunks {
  const place = contextPrimitive(6, Buffer.from(ocspUrl, "latin1"));
  return extension(oids.authorityInformationAccess, sequence(sequence(oid(oids.ocsp), place)));
}

/** DNS names and IP addresses. */
export function subjectAltName(hosts: readonly string[]): Chunks {
  return extension(oids.subjectAltName, sequence(...hosts.map(generalName)));
}

function generalName(host: string): Chunks {
  switch (isIP(host)) {
    case 4:
      return contextPrimitive(7, Uint8Array.from(host.split("."), Number));
    case 6:
      return contextPrimitive(7, ipv6Octets(host));
    default:
      return contextPrimitive(2, Buffer.from(host, "latin1"));
  }
}

function ipv6Octets(address: string): Uint8Array {
  // The URL parser gives the canonical form, with an embedded IPv4 part already in hexadecimal.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const zeros = Array<number>(8 - before.length - after.length).fill(0);
  return Uint8Array.from(
    [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff]),
  );
}

function groupsOf(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
}
