import { createHash } from "node:crypto";

/** SHA-256 as 64 lower-case hexadecimal digits: what stands for an entry, or for a tree of them. */
export type TreeHash = string;

/** Of an entry (RFC 9162 section 2.1.1). */
export function leafHash(entry: Uint8Array): TreeHash {
  return createHash("sha256").update(leafMark).update(entry).digest("hex");
}

/** Of two trees side by side, the left one first (RFC 9162 section 2.1.1). */
export function nodeHash(left: TreeHash, right: TreeHash): TreeHash {
  return createHash("sha256")
    .update(nodeMark)
    .update(left, "hex")
    .update(right, "hex")
    .digest("hex");
}

/** Of the tree without entries. */
export const emptyTreeHash: TreeHash = createHash("sha256").digest("hex");

/** Leaf and node begin otherwise, so that none passes for the other. */
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);
