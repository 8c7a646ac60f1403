import type { TreeHash } from "./hash.ts";
import { isCount, joinNodes, type Node } from "./tree.ts";

/** Entries `from` up to and without `to`, side by side. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a proof is made of: for each of its hashes the full trees whose hashes, joined, give it. */
export type Path = readonly (readonly Node[])[];

/**
 * What proves that the entry at `index` is in the log of `size` entries (RFC 9162 section 2.1.3.1).
 *
 * @throws RangeError unless 0 <= index < size
 */
export function inclusionPath(index: number, size: number): Path {
  if (!(isCount(index) && isCount(size) && index < size)) {
    throw new RangeError(`no entry ${index} among ${size}`);
  }
  return inclusionSpans(index, { from: 0, to: size }).map(nodesOf);
}

/**
 * What proves that the log of `newer` entries begins with the one of `older` (RFC 9162 section 2.1.4.1).
 *
 * @throws RangeError unless 0 < older <= newer
 */
export function consistencyPath(older: number, newer: number): Path {
  if (!(isCount(newer) && 0 < older && older <= newer && Number.isInteger(older))) {
    throw new RangeError(`no ${older} entries before ${newer}`);
  }
  return consistencySpans(older, { from: 0, to: newer }, true).map(nodesOf);
}

/** The proof itself, once the hashes of the nodes are known. */
export function proofFrom(path: Path, hashOf: (node: Node) => TreeHash): TreeHash[] {
  return path.map((nodes) => joinNodes(nodes.map(hashOf)));
}

function inclusionSpans(index: number, span: Span): Span[] {
  if (span.to - span.from === 1) return [];
  const middle = middleOf(span);
  return index < middle
    ? [...inclusionSpans(index, { from: span.from, to: middle }), { from: middle, to: span.to }]
    : [...inclusionSpans(index, { from: middle, to: span.to }), { from: span.from, to: middle }];
}

/** @param isKnown whether who checks the proof knows the hash of the older log */
function consistencySpans(older: number, span: Span, isKnown: boolean): Span[] {
  if (older === span.to) return isKnown ? [] : [span];
  const middle = middleOf(span);
  return older <= middle
    ? [
        ...consistencySpans(older, { from: span.from, to: middle }, isKnown),
        { from: middle, to: span.to },
      ]
    : [
        ...consistencySpans(older, { from: middle, to: span.to }, false),
        { from: span.from, to: middle },
      ];
}

/** The left part is the largest full tree that leaves something on its right. */
function middleOf({ from, to }: Span): number {
  return from + 2 ** highestBit(to - from - 1);
}

/** The full trees that a span is made of, the largest first. */
function nodesOf({ from, to }: Span): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < to; ) {
    const level = highestBit(to - at);
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Place of the highest bit that is set, of a number above 0. */
function highestBit(number: number): number {
  return 31 - Math.clz32(number);
}
