import { emptyTreeHash, nodeHash, type TreeHash } from "./hash.ts";

/** A full tree of 2^`level` entries, the `index`th of its size from the left. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** A full tree with its hash. */
export interface HashedNode extends Node {
  readonly hash: TreeHash;
}

/** All that must be known of a log to add to it: the full trees it is made of, the largest (leftmost) first. */
export interface TreeEdge {
  /** How many entries there are. */
  readonly size: number;
  /** One for each bit of `size` that is set. */
  readonly hashes: readonly TreeHash[];
}

/** The log without entries. */
export const emptyTree: TreeEdge = { size: 0, hashes: [] };

/** Adds an entry at the end. `made` are the full trees that became whole by it, the leaf itself first. */
export function addLeaf(
  { size, hashes }: TreeEdge,
  leaf: TreeHash,
): { readonly edge: TreeEdge; readonly made: readonly HashedNode[] } {
  const left = [...hashes];
  const made: HashedNode[] = [{ level: 0, index: size, hash: leaf }];
  let hash = leaf;
  let index = size;
  for (let level = 1; index % 2 === 1; level++) {
    hash = nodeHash(left.pop() ?? "", hash);
    index = (index - 1) / 2;
    made.push({ level, index, hash });
  }
  return { edge: { size: size + 1, hashes: [...left, hash] }, made };
}

/** The hash of the whole tree (Merkle Tree Hash, RFC 9162 section 2.1.1). */
export function rootOf({ hashes }: TreeEdge): TreeHash {
  return hashes.length === 0 ? emptyTreeHash : joinNodes(hashes);
}

/** How many entries a log can have: far more than certificates will be issued. */
export const mostEntries: number = 2 ** 31 - 1;

export function isCount(number: number): boolean {
  return Number.isInteger(number) && 0 <= number && number <= mostEntries;
}

/** Hash of full trees side by side, the largest first. */
export function joinNodes(hashes: readonly TreeHash[]): TreeHash {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
