import { Refusal } from "../errors.ts";

/** A part of some bytes: first and last byte, from 0, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The one part that a Range header asks for (RFC 9110, 14.1.2): `bytes=100-199`, or `bytes=100-` to the end.
 * @throws Refusal `range-invalid` also for several parts, and for the last so many bytes
 */
export function readRange(header: string, size: number): ByteRange {
  const [, from, to] = /^bytes=([0-9]{1,15})-([0-9]{0,15})$/.exec(header) ?? [];
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from === undefined || first > last) throw new Refusal("range-invalid");
  return { first, last };
}
