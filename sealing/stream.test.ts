import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { encryptContent } from "./cms/encrypt.ts";
import { sha256Hex, signContent } from "./cms/sign.ts";
import {
  exportPrivateKey,
  inspectSealedHead,
  type LargeParcel,
  largestHead,
  type Parcel,
  type SealedDigests,
  SealingError,
  sealParcelStream,
} from "./index.ts";
import { type LargeOpened, openSealed, openSealedStream } from "./open.ts";
import { careManagement, makeNetwork, makeOffice, type Network, noon } from "./testing/offices.ts";
import { openWorkshop } from "./testing/openssl.ts";
import { expected, parcel, seal } from "./testing/parcels.ts";
import { inPieces, memorySpool } from "./testing/spool.ts";

const code = (name: string): unknown => expect.objectContaining({ code: name });
let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

const large = ({ files, ...rest }: Parcel, pieces = 1000): LargeParcel => ({
  ...rest,
  files: files.map(({ bytes, ...file }) => ({
    ...file,
    size: bytes.length,
    read: () => inPieces(bytes, pieces).read(0, bytes.length),
  })),
});

interface StreamSealed extends SealedDigests {
  readonly sealed: Uint8Array;
  readonly signed: Uint8Array;
}

async function sealLarge(content: LargeParcel, limit?: number): Promise<StreamSealed> {
  const { sender, receiver, authorities } = network;
  const places = { archive: memorySpool(), signed: memorySpool(), sealed: memorySpool() };
  const digests = await sealParcelStream(
    content,
    {
      signer: sender,
      recipients: [receiver.certificate],
      authorities,
      ...(limit !== undefined && { limit }),
    },
    places,
  );
  return { ...digests, sealed: places.sealed.bytes(), signed: places.signed.bytes() };
}

const options = (more: { sealedSha256?: string; limit?: number } = {}) => ({
  keys: [network.receiver],
  authorities: network.authorities,
  at: noon,
  expected: { ...expected, ...(more.sealedSha256 && { sealedSha256: more.sealedSha256 }) },
  ...(more.limit !== undefined && { limit: more.limit }),
});

/** Opens and takes every file to its end. */
async function openLarge(
  sealed: Uint8Array,
  more: { sealedSha256?: string; limit?: number; pieces?: number } = {},
): Promise<{ opened: LargeOpened; parcel: Parcel }> {
  const source = inPieces(sealed, more.pieces ?? 1000);
  const opened = await openSealedStream(source, options(more), memorySpool());
  const files = [];
  for (const file of opened.parcel.files) {
    const { name, type } = file;
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.read(file)) pieces.push(piece);
    files.push({ name, bytes: Buffer.concat(pieces), ...(type !== undefined && { type }) });
  }
  return { opened, parcel: { ...opened.parcel, files } };
}

const plain = (content: Parcel): Parcel => ({
  ...content,
  files: content.files.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) })),
});

/** What a sender could make who does not keep to this room. */
const sealAnything = (content: Uint8Array): Uint8Array =>
  encryptContent(signContent(content, network.sender, noon), [network.receiver.info]);

describe("a parcel that is not held", () => {
  test("comes out the same, whichever half is of streams, in pieces of any size", async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.uint8Array({ minLength: 1, maxLength: 20 }).map((bytes) => {
        return Buffer.concat(Array.from({ length: 300 }, () => bytes));
      }),
    );
    const files = fc.uniqueArray(
      fc.record({ name: fc.stringMatching(/^[a-z0-9あ-ん]{1,20}\.csv$/), bytes: content }),
      { minLength: 1, maxLength: 5, selector: ({ name }) => name },
    );
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.integer({ min: 1, max: 5000 }),
        fc.string({ unit: "grapheme", maxLength: 50 }),
        async (some, pieces, note) => {
          const whole: Parcel = plain({ ...parcel, note, files: some });
          const { sealed, sealedSha256, signedSha256, signed } = await sealLarge(
            large(whole, pieces),
          );
          const byMemory = openSealed(sealed, options());
          expect(plain(byMemory.parcel)).toEqual(whole);
          expect(byMemory).toMatchObject({ sealedSha256, signedSha256 });
          expect(sha256Hex(signed)).toBe(signedSha256);
          const byStream = await openLarge(sealed, { pieces });
          expect(plain(byStream.parcel)).toEqual(whole);
          expect(byStream.opened).toMatchObject({ sealedSha256, signedSha256, signedAt: noon });
          const held = seal(network, whole);
          expect(plain((await openLarge(held.sealed, { pieces })).parcel)).toEqual(whole);
        },
      ),
      { seed: 20261120, numRuns: 60 },
    );
  });

  test("is stored where it does not shrink, and compressed where it does", async () => {
    const noise = randomBytes(300_000);
    const lines = strToU8("1,2,3\r\n".repeat(50_000));
    const { size: ofNoise } = await sealLarge(
      large({ ...parcel, files: [{ name: "a.pdf", bytes: noise }] }),
    );
    const { size: ofLines } = await sealLarge(
      large({ ...parcel, files: [{ name: "a.csv", bytes: lines }] }),
    );
    expect(ofNoise).toBeLessThan(noise.length + 5000);
    expect(ofLines).toBeLessThan(10_000);
  });

  test("is seen by the centre to be sealed, by its head", async () => {
    const { sealed, size } = await sealLarge(large(parcel));
    expect(size).toBe(sealed.length);
    expect(
      inspectSealedHead(sealed.subarray(0, largestHead), size).isFor(network.receiver.info),
    ).toBe(true);
  });

  test("is decrypted and verified by OpenSSL, and unpacked by unzip", async () => {
    const shop = openWorkshop();
    shop.put("ca.pem", network.authority.certificate);
    shop.put("receiver.pem", network.receiver.certificate);
    shop.put("receiver.key", exportPrivateKey(network.receiver.key));
    const content: Parcel = {
      ...parcel,
      files: [...parcel.files, { name: "写真.jpg", bytes: randomBytes(200_000) }],
    };
    const { sealed, signedSha256 } = await sealLarge(large(content));
    shop.put("sealed.der", sealed);
    const der = ["-inform", "DER"];
    const holder = ["-recip", "receiver.pem", "-inkey", "receiver.key"];
    shop.run("openssl", "cms", "-decrypt", ...der, "-in", "sealed.der", "-out", "s.der", ...holder);
    expect(sha256Hex(shop.get("s.der"))).toBe(signedSha256);
    const at = ["-attime", String(noon.getTime() / 1000)];
    const trust = ["-CAfile", "ca.pem", "-x509_strict", ...at];
    const { text } = shop.attempt(
      "openssl",
      "cms",
      "-verify",
      "-cades",
      ...der,
      "-in",
      "s.der",
      "-out",
      "p.zip",
      ...trust,
    );
    expect(text).toContain("CAdES Verification successful");
    shop.run("env", "LC_ALL=C.UTF-8", "unzip", "-q", "p.zip");
    for (const { name, bytes } of content.files) {
      expect(Buffer.compare(shop.get(`files/${name}`), bytes), name).toBe(0);
    }
  });

  test("is not sealed when a file turns out to be of another size, or all are too large", async () => {
    const [first] = large(parcel).files;
    if (!first) throw new Error("a parcel has files");
    const shrunk = { ...large(parcel), files: [{ ...first, size: first.size + 1 }] };
    await expect(sealLarge(shrunk)).rejects.toThrow(code("parcel-invalid"));
    await expect(sealLarge(large(parcel), 10)).rejects.toThrow(code("too-large"));
    await expect(sealLarge({ ...large(parcel), from: "1300000009" })).rejects.toThrow(
      code("signer-mismatch"),
    );
    await expect(sealLarge({ ...large(parcel), to: careManagement })).rejects.toThrow(
      code("wrong-receiver"),
    );
  });

  test("passes on the error of a file that cannot be read", async () => {
    const broken = {
      name: "a.pdf",
      size: 5000,
      async *read() {
        yield strToU8("a".repeat(2000));
        throw new Error("試験");
      },
    };
    await expect(sealLarge({ ...large(parcel), files: [broken] })).rejects.toThrow("試験");
  });
});

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SealingError) return error.code;
    throw error;
  }
  return "opened";
}

describe("a changed byte of a message that is not held is found,", () => {
  const small: Parcel = { ...parcel, files: [{ name: "a.csv", bytes: strToU8("1,2,3\r\n") }] };
  test("wherever it is, and nothing of it becomes a file", async () => {
    const { sealed } = await sealLarge(large(small));
    const codes = new Set<string>();
    for (let at = 0; at < sealed.length; at++) {
      const bytes = Uint8Array.from(sealed);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      let files = 0;
      const found = await codeOf(async () => {
        const opened = await openSealedStream(inPieces(bytes, 1000), options(), memorySpool());
        files += opened.parcel.files.length;
      });
      expect(found, `byte ${at}`).not.toBe("opened");
      expect(files).toBe(0);
      codes.add(found);
    }
    expect(codes).toEqual(new Set(["not-a-sealed-message", "not-for-this-office", "changed"]));
  });

  test("also by the digest of the centre's receipt, and when the end is missing", async () => {
    const { sealed, sealedSha256 } = await sealLarge(large(small));
    const bytes = Uint8Array.from(sealed);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    expect(await codeOf(() => openLarge(bytes, { sealedSha256 }))).toBe("changed");
    for (const end of [0, 1, 100, sealed.length - 1]) {
      expect(await codeOf(() => openLarge(sealed.subarray(0, end)))).toBe("not-a-sealed-message");
    }
  });

  test("also under a seal that holds, wherever it is", async () => {
    const { signed } = await sealLarge(large(small));
    for (let at = 0; at < signed.length; at++) {
      const bytes = Uint8Array.from(signed);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const found = await codeOf(() => openLarge(encryptContent(bytes, [network.receiver.info])));
      expect(found, `byte ${at}`).not.toBe("opened");
    }
  });
});

describe("opening without holding refuses", () => {
  const bytes = strToU8("1,2,3\r\n");
  const file = { name: "a.csv", size: bytes.length, sha256: sha256Hex(bytes) };
  const { files: _, ...head } = parcel;
  const manifest = { format: "tsunagi-parcel/1", ...head, files: [file] };
  const archive = (content: unknown, files: Zippable = { "files/a.csv": bytes }): Uint8Array =>
    zipSync({ "manifest.json": strToU8(JSON.stringify(content)), ...files });

  test("another office's key, and a message that says another id", async () => {
    const { sealed } = seal(network);
    const other = await makeOffice(network.authority, "1300000009");
    const source = inPieces(sealed, 1000);
    await expect(
      openSealedStream(source, { ...options(), keys: [other] }, memorySpool()),
    ).rejects.toThrow(code("not-for-this-office"));
    const another = { ...expected, id: "019a9f3c-7c00-7abc-8def-0123456789ac" };
    await expect(
      openSealedStream(source, { ...options(), expected: another }, memorySpool()),
    ).rejects.toThrow(code("wrong-id"));
  });

  test.each([
    ["nothing", new Uint8Array(0)],
    ["what is no archive", strToU8("試験".repeat(100))],
    ["no manifest", zipSync({ "files/a.csv": bytes })],
    ["a missing file", archive(manifest, {})],
    ["a file too many", archive(manifest, { "files/a.csv": bytes, "files/b.csv": bytes })],
    ["other content", archive(manifest, { "files/a.csv": strToU8("1,2,4\r\n") })],
    ["another size", archive({ ...manifest, files: [{ ...file, size: 6 }] })],
    ["an archive cut short", archive(manifest).subarray(0, -30)],
  ])("%s", async (_name, content) => {
    await expect(openLarge(sealAnything(content))).rejects.toThrow(code("parcel-invalid"));
  });

  test("more bytes than the limit, before inflating them, and an archive that lies about it", async () => {
    const content = new Uint8Array(1_000_000);
    const bomb = Buffer.from(archive(manifest, { "files/a.csv": content }));
    await expect(openLarge(sealAnything(bomb), { limit: 10_000 })).rejects.toThrow(
      code("too-large"),
    );
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(bytes.length, bomb.lastIndexOf(Buffer.from("files/a.csv")) - 46 + 24);
    await expect(openLarge(sealAnything(lying), { limit: 10_000 })).rejects.toThrow(
      code("parcel-invalid"),
    );
  });

  test("any damage to an archive with a code, and gives out what the manifest says or nothing", async () => {
    const whole = archive(manifest);
    const edits = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const damaged = Uint8Array.from(whole);
        for (const [at, value] of list) damaged[at] = value;
        try {
          const { parcel: read } = await openLarge(sealAnything(damaged));
          expect(new Uint8Array(read.files[0]?.bytes ?? [])).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
