import { createHmac, randomBytes } from "node:crypto";

/** Seconds of a step (RFC 6238: X), and digits of a code: what every authenticator app understands. */
const stepSeconds = 30;
const digits = 6;
/** Steps that a clock may be off, to either side. */
const skew = 1;

/** A key as RFC 4226 asks for: 160 random bits. */
export function newTotpKey(): Uint8Array {
  return randomBytes(20);
}

/**
 * The code of a step (TOTP, RFC 6238, with HMAC-SHA-1).
 * @param length digits; other than six only in the RFC's test vectors
 */
export function totp(key: Uint8Array, step: number, length: number = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** length).padStart(length, "0");
}

/** The step that a point of time is in. */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

/**
 * The step whose code this is, where the clock may be off by one, and undefined when it is none of them.
 * @param after the last step whose code was used: a code serves once
 */
export function findStep(
  key: Uint8Array,
  code: string,
  { now, after }: { readonly now: Date; readonly after: number },
): number | undefined {
  const middle = stepOf(now);
  const steps = Array.from({ length: 2 * skew + 1 }, (_, at) => middle - skew + at);
  return steps.find((step) => step > after && totp(key, step) === code);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Base32 without padding (RFC 4648 section 6), as apps take a key. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** What a QR code for an authenticator app holds. */
export function otpauthUri(key: Uint8Array, officeId: string): string {
  const issuer = encodeURIComponent("ケアプランデータ連携");
  return `otpauth://totp/${officeId}?secret=${base32(key)}&issuer=${issuer}`;
}
