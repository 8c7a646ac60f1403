import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyTreeHash, leafHash } from "./hash.ts";
import { consistencyPath, inclusionPath, proofFrom } from "./paths.ts";
import { addLeaf, emptyTree, type Node, rootOf } from "./tree.ts";
import { verifyConsistency, verifyInclusion } from "./verify.ts";

/** A log of so many entries, and what its keeper stores of it. */
function logOf(size: number) {
  const nodes = new Map<string, string>();
  const roots = [emptyTreeHash];
  let edge = emptyTree;
  for (let index = 0; index < size; index++) {
    const added = addLeaf(edge, leafOf(index));
    for (const { level, index: place, hash } of added.made) nodes.set(`${level}/${place}`, hash);
    edge = added.edge;
    roots.push(rootOf(edge));
  }
  const hashOf = ({ level, index }: Node): string => nodes.get(`${level}/${index}`) ?? "missing";
  return {
    at: (entries: number) => ({ size: entries, rootHash: roots[entries] ?? "missing" }),
    inclusion: (index: number, entries: number) => proofFrom(inclusionPath(index, entries), hashOf),
    consistency: (older: number, newer: number) => proofFrom(consistencyPath(older, newer), hashOf),
  };
}

const leafOf = (index: number): string => leafHash(Buffer.from(`entry ${index}`));

/** The Merkle Tree Hash straight from its definition (RFC 9162 section 2.1.1). */
function definedRoot(leaves: readonly string[]): string {
  const [first] = leaves;
  if (first === undefined) return emptyTreeHash;
  if (leaves.length === 1) return first;
  let middle = 1;
  while (middle * 2 < leaves.length) middle *= 2;
  return createHash("sha256")
    .update(Uint8Array.of(1))
    .update(definedRoot(leaves.slice(0, middle)), "hex")
    .update(definedRoot(leaves.slice(middle)), "hex")
    .digest("hex");
}

const most = 70;
const log = logOf(most);
const entry = fc.tuple(fc.nat(most - 1), fc.nat(most - 1)).map(([one, other]) => ({
  index: Math.min(one, other),
  size: Math.max(one, other) + 1,
}));
const growth = fc
  .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
  .map(([one, other]) => ({ older: Math.min(one, other), newer: Math.max(one, other) }));

describe("the tree of a log", () => {
  it("has the hash that the definition gives, at every size", () => {
    for (let size = 0; size <= most; size++) {
      const leaves = Array.from({ length: size }, (_, index) => leafOf(index));
      expect(log.at(size).rootHash).toBe(definedRoot(leaves));
    }
  });

  it("agrees with the known hashes of the log of seven entries that others publish", () => {
    // Inputs and roots of the reference tests of Certificate Transparency.
    const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"];
    const roots: string[] = [];
    let edge = emptyTree;
    for (const input of inputs) {
      edge = addLeaf(edge, leafHash(Buffer.from(input, "hex"))).edge;
      roots.push(rootOf(edge));
    }
    expect(roots).toEqual([
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    ]);
  });
});

describe("that an entry is in the log", () => {
  it("is proved for each entry at each size", () => {
    fc.assert(
      fc.property(entry, ({ index, size }) => {
        const leaf = { index, hash: leafOf(index) };
        verifyInclusion(leaf, log.at(size), log.inclusion(index, size));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("is not proved of another entry, at another place, or by a proof that was touched", () => {
    fc.assert(
      fc.property(entry, fc.nat(), ({ index, size }, pick) => {
        const proof = log.inclusion(index, size);
        const state = log.at(size);
        const leaf = { index, hash: leafOf(index) };
        expect(() => verifyInclusion({ ...leaf, hash: leafOf(most) }, state, proof)).toThrow();
        if (size > 1) {
          const elsewhere = (index + 1) % size;
          expect(() => verifyInclusion({ ...leaf, index: elsewhere }, state, proof)).toThrow();
        }
        for (const touched of touchedOf(proof, pick)) {
          expect(() => verifyInclusion(leaf, state, touched)).toThrow();
        }
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe("that a log has only grown", () => {
  it("is proved between any two of its sizes", () => {
    fc.assert(
      fc.property(growth, ({ older, newer }) => {
        verifyConsistency(log.at(older), log.at(newer), log.consistency(older, newer));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("needs no proof from nothing on", () => {
    verifyConsistency(log.at(0), log.at(5), []);
    expect(() => verifyConsistency(log.at(0), log.at(5), [leafOf(0)])).toThrow();
  });

  it("is not proved when it shrank, when an older entry is another, or by a proof that was touched", () => {
    fc.assert(
      fc.property(growth, fc.nat(), ({ older, newer }, pick) => {
        const proof = log.consistency(older, newer);
        const [before, after] = [log.at(older), log.at(newer)];
        const other = { ...before, rootHash: leafOf(most) };
        expect(() => verifyConsistency(other, after, proof)).toThrow();
        expect(() =>
          verifyConsistency(before, { ...after, rootHash: leafOf(most) }, proof),
        ).toThrow();
        if (newer > older) expect(() => verifyConsistency(after, before, proof)).toThrow();
        for (const touched of touchedOf(proof, pick)) {
          expect(() => verifyConsistency(before, after, touched)).toThrow();
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe("a proof that cannot be", () => {
  it("is not made", () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError);
    expect(() => inclusionPath(-1, 3)).toThrow(RangeError);
    expect(() => consistencyPath(0, 3)).toThrow(RangeError);
    expect(() => consistencyPath(4, 3)).toThrow(RangeError);
  });
});

/** The proof with a hash too many, one too few, and one changed. */
function touchedOf(proof: readonly string[], pick: number): string[][] {
  const longer = [...proof, leafOf(0)];
  if (proof.length === 0) return [longer];
  const at = pick % proof.length;
  const changed = proof.map((hash, place) => (place === at ? leafOf(most) : hash));
  return [longer, proof.slice(0, at).concat(proof.slice(at + 1)), changed];
}
