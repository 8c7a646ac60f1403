import { EncodingError } from "./read.ts";

/** PEM text (RFC 7468) around DER bytes. */
export function toPem(label: string, der: Uint8Array): string {
  const base64 = Buffer.from(der).toString("base64");
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

/** The DER bytes of the first block with this label. */
export function fromPem(label: string, pem: string): Uint8Array {
  const begin = `-----BEGIN ${label}-----`;
  const start = pem.indexOf(begin);
  const end = pem.indexOf(`-----END ${label}-----`, start);
  if (start === -1 || end === -1) throw new EncodingError(`no PEM block "${label}"`, 0);
  const base64 = pem.slice(start + begin.length, end).replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
    throw new EncodingError("PEM block is not base64", start);
  return Buffer.from(base64, "base64");
}
