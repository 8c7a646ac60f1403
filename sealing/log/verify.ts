import { SealingError } from "../errors.ts";
import { nodeHash, type TreeHash } from "./hash.ts";
import { isCount } from "./tree.ts";

/** A log at one time: how many entries, and what stands for all of them. */
export interface LogState {
  readonly size: number;
  readonly rootHash: TreeHash;
}

/**
 * Verifies that an entry is in a log (RFC 9162 section 2.1.3.2).
 *
 * @throws SealingError `log-proof-wrong`
 */
export function verifyInclusion(
  leaf: { readonly index: number; readonly hash: TreeHash },
  log: LogState,
  proof: readonly TreeHash[],
): void {
  if (!isCount(leaf.index) || !isCount(log.size) || leaf.index >= log.size) wrong("index");
  let at = leaf.index;
  let last = log.size - 1;
  let hash = leaf.hash;
  for (const step of proof) {
    if (!isHash(step) || last === 0) wrong("inclusion");
    if ((at & 1) === 1 || at === last) {
      hash = nodeHash(step, hash);
      while ((at & 1) === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else {
      hash = nodeHash(hash, step);
    }
    [at, last] = [at >> 1, last >> 1];
  }
  if (last !== 0 || hash !== log.rootHash) wrong("inclusion");
}

/**
 * Verifies that a log has only grown: `newer` begins with all that `older` has, in its order (RFC 9162 section 2.1.4.2).
 *
 * @throws SealingError `log-proof-wrong`
 */
export function verifyConsistency(
  older: LogState,
  newer: LogState,
  proof: readonly TreeHash[],
): void {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size)
    wrong("smaller than before");
  if (older.size === newer.size) {
    if (older.rootHash !== newer.rootHash || proof.length > 0) wrong("other entries than before");
    return;
  }
  // Everything begins with nothing.
  if (older.size === 0) {
    if (proof.length > 0) wrong("consistency");
    return;
  }
  const [first, ...rest] = isPowerOf2(older.size) ? [older.rootHash, ...proof] : proof;
  if (first === undefined || ![first, ...rest].every(isHash)) wrong("consistency");
  let at = older.size - 1;
  let last = newer.size - 1;
  while ((at & 1) === 1) [at, last] = [at >> 1, last >> 1];
  let before = first;
  let after = first;
  for (const step of rest) {
    if (last === 0) wrong("consistency");
    if ((at & 1) === 1 || at === last) {
      before = nodeHash(step, before);
      after = nodeHash(step, after);
      while ((at & 1) === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else {
      after = nodeHash(after, step);
    }
    [at, last] = [at >> 1, last >> 1];
  }
  if (last !== 0 || before !== older.rootHash || after !== newer.rootHash) wrong("consistency");
}

const hashPattern = /^[0-9a-f]{64}$/;

function isHash(text: string): boolean {
  return hashPattern.test(text);
}

function isPowerOf2(size: number): boolean {
  return (size & (size - 1)) === 0;
}

function wrong(what: string): never {
  throw new SealingError("log-proof-wrong", what);
}
