import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Parcel, SealingError, sealParcel } from "../index.ts";
import { openSealed, readSigned } from "../open.ts";
import { homeVisit, makeNetwork, makeOffice, type Network, noon } from "../testing/offices.ts";
import { expected, parcel, seal } from "../testing/parcels.ts";

const small: Parcel = { ...parcel, files: [{ name: "a.csv", bytes: Buffer.from("1,2\r\n") }] };
let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

const open = (sealed: Uint8Array, more: { sealedSha256?: string } = {}): unknown =>
  openSealed(sealed, {
    keys: [network.receiver],
    authorities: network.authorities,
    at: noon,
    expected: { ...expected, ...more },
  });

function changed(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SealingError) return error.code;
    throw error;
  }
  return "opened";
}

describe("a changed byte of a sealed message is found,", () => {
  test("wherever it is and whichever bit", () => {
    const { sealed } = seal(network, small);
    const codes = new Set<string>();
    for (let at = 0; at < sealed.length; at++) {
      for (const mask of [1 << (at % 8), 0xff, 0x20]) {
        const code = codeOf(() => open(changed(sealed, at, mask)));
        expect(code, `byte ${at}`).not.toBe("opened");
        codes.add(code);
      }
    }
    expect(codes).toEqual(new Set(["not-a-sealed-message", "not-for-this-office", "changed"]));
  });

  test("also in the part for another certificate, by the digest of the centre's receipt", async () => {
    const { authorities, receiver, sender } = network;
    const other = await makeOffice(network.authority, homeVisit);
    const { sealed, sealedSha256 } = sealParcel(small, {
      signer: sender,
      recipients: [receiver.certificate, other.certificate],
      authorities,
    });
    for (let at = 0; at < sealed.length; at += 3) {
      expect(
        codeOf(() => open(changed(sealed, at, 1), { sealedSha256 })),
        `byte ${at}`,
      ).toBe("changed");
    }
  });

  test("and any mixture of changes ends in an error with a code", () => {
    const { sealed } = seal(network, small);
    const edits = fc.array(
      fc.record({
        at: fc.nat(sealed.length - 1),
        remove: fc.nat(20),
        insert: fc.uint8Array({ maxLength: 20 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        let bytes: Uint8Array = sealed;
        for (const { at, remove, insert } of list) {
          bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
        }
        if (Buffer.compare(bytes, sealed) !== 0)
          expect(codeOf(() => open(bytes))).not.toBe("opened");
      }),
      { seed: 20261120, numRuns: 2000 },
    );
  });
});

test("a changed byte of the signed content is found, wherever it is", () => {
  const { signed } = seal(network, small);
  const options = { authorities: network.authorities, at: noon, expected };
  for (let at = 0; at < signed.length; at++) {
    const bytes = changed(signed, at, 1 << (at % 8));
    expect(
      codeOf(() => readSigned(bytes, options)),
      `byte ${at}`,
    ).not.toBe("opened");
  }
});
