import { byteLength, type Chunks, header, join } from "./write.ts";

/** An encoding around contents of a known length that are not held. */
export interface Hollow {
  readonly before: Uint8Array;
  /** Of the contents. */
  readonly length: number;
  readonly after: Uint8Array;
}

/** One element whose contents are not held. */
export function hollowElement(tag: number, length: number): Hollow {
  return { before: header(tag, length), length, after: new Uint8Array(0) };
}

/** An element in which a hollow one stands, among others. */
export function enclose(
  tag: number,
  before: readonly Chunks[],
  inner: Hollow,
  after: readonly Chunks[] = [],
): Hollow {
  const start = [...before.flat(), inner.before];
  const end = [inner.after, ...after.flat()];
  const length = byteLength(start) + inner.length + byteLength(end);
  return { before: join([header(tag, length), ...start]), length: inner.length, after: join(end) };
}
