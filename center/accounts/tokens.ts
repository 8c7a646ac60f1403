import { createHash, randomBytes } from "node:crypto";

/** An opaque token of 256 random bits; the database holds its SHA-256 only. */
export interface Token {
  readonly text: string;
  readonly hash: Uint8Array;
}

export function newToken(): Token {
  const text = randomBytes(32).toString("base64url");
  return { text, hash: hashToken(text) };
}

export function hashToken(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
