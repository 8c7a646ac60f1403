import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../cms/sign.ts";
import { SealingError } from "../errors.ts";
import { packParcel } from "../parcel/pack.ts";
import type { Parcel } from "../parcel/parcel.ts";
import { openWorkshop } from "../testing/openssl.ts";
import { parcel } from "../testing/parcels.ts";
import { unpackParcel } from "./unpack.ts";

const code = (name: string): unknown => expect.objectContaining({ code: name });
const limit = 10_000;
const bytes = strToU8("1,2,3\r\n");
const file = { name: "a.csv", size: bytes.length, sha256: sha256Hex(bytes) };
const { files: _, ...head } = parcel;
const manifest = { format: "tsunagi-parcel/1", ...head, files: [file] };

const archive = (content: unknown, files: Zippable = { "files/a.csv": bytes }): Uint8Array =>
  zipSync({ "manifest.json": strToU8(JSON.stringify(content)), ...files });

describe("an archive", () => {
  test("of any parcel comes back as it was", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9あ-ん]{1,20}\.csv$/), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        names,
        fc.uint8Array({ maxLength: 500 }),
        fc.string({ unit: "grapheme", maxLength: 50 }),
        (some, content, note) => {
          const packed: Parcel = {
            ...parcel,
            note,
            files: some.map((name) => ({ name, bytes: content })),
          };
          expect(unpackParcel(packParcel(packed), limit)).toEqual(packed);
        },
      ),
      { seed: 20261120, numRuns: 200 },
    );
  });

  test("is the same for the same parcel", () => {
    expect(Buffer.compare(packParcel(parcel), packParcel(parcel))).toBe(0);
  });

  test("is unpacked by unzip, with Japanese names", () => {
    const shop = openWorkshop();
    shop.put("parcel.zip", packParcel(parcel));
    expect(shop.run("env", "LC_ALL=C.UTF-8", "unzip", "-t", "parcel.zip")).toContain(
      "No errors detected",
    );
    shop.run("env", "LC_ALL=C.UTF-8", "unzip", "-q", "parcel.zip");
    for (const { name, bytes: content } of parcel.files) {
      expect(Buffer.compare(shop.get(`files/${name}`), content), name).toBe(0);
    }
  });

  test("that zip made is read, and a manifest with fields of tomorrow", () => {
    const shop = openWorkshop();
    shop.run("mkdir", "files");
    shop.put("manifest.json", JSON.stringify({ ...manifest, tomorrow: true }));
    shop.put("files/a.csv", bytes);
    shop.run("zip", "-q", "-X", "-D", "-r", "parcel.zip", "manifest.json", "files");
    expect(unpackParcel(shop.get("parcel.zip"), limit)).toEqual({
      ...head,
      files: [{ name: "a.csv", bytes }],
    });
  });
});

describe("unpacking refuses", () => {
  test.each([
    ["nothing", new Uint8Array(0)],
    ["what is no archive", strToU8("試験".repeat(100))],
    ["an archive without a manifest", zipSync({ "files/a.csv": bytes })],
    ["an empty archive", zipSync({})],
    [
      "a manifest that is not JSON",
      zipSync({ "manifest.json": strToU8("{"), "files/a.csv": bytes }),
    ],
    [
      "a manifest in another encoding",
      zipSync({ "manifest.json": Uint8Array.of(0x22, 0x8e, 0x22), "files/a.csv": bytes }),
    ],
    ["a list for a manifest", archive([])],
    ["another format", archive({ ...manifest, format: "tsunagi-parcel/2" })],
    ["a field of another type", archive({ ...manifest, to: 1300000002 })],
    ["a note of another type", archive({ ...manifest, note: null })],
    ["no list of files", archive({ ...manifest, files: {} })],
    ["no files", archive({ ...manifest, files: [] }, {})],
    ["a file of another type", archive({ ...manifest, files: [null] })],
    ["a missing file", archive(manifest, {})],
    ["a file too many", archive(manifest, { "files/a.csv": bytes, "files/b.csv": bytes })],
    ["a file outside the folder", archive(manifest, { "a.csv": bytes })],
    [
      "a path that leads outside",
      archive({ ...manifest, files: [{ ...file, name: "../a.csv" }] }, { "files/../a.csv": bytes }),
    ],
    [
      "the same file named twice",
      archive({ ...manifest, files: [file, file] }, { "files/a.csv": bytes, "files/A.csv": bytes }),
    ],
    ["other content", archive(manifest, { "files/a.csv": strToU8("1,2,4\r\n") })],
    ["another size", archive({ ...manifest, files: [{ ...file, size: 6 }] })],
    ["a size that is no number", archive({ ...manifest, files: [{ ...file, size: "7" }] })],
    ["a digest that is none", archive({ ...manifest, files: [{ ...file, sha256: "" }] })],
    ["a media type that is none", archive({ ...manifest, files: [{ ...file, type: "csv" }] })],
  ])("%s", (_name, zip) => {
    expect(() => unpackParcel(zip, limit)).toThrow(code("parcel-invalid"));
  });

  test("two entries of one name", () => {
    const shop = openWorkshop();
    const twice = Buffer.from(
      archive({ ...manifest, files: [file] }, { "files/a.csv": bytes, "files/b.csv": bytes }),
    );
    shop.put(
      "twice.zip",
      Buffer.from(twice.toString("latin1").replaceAll("files/b.csv", "files/a.csv"), "latin1"),
    );
    expect(() => unpackParcel(shop.get("twice.zip"), limit)).toThrow(code("parcel-invalid"));
  });

  test("more bytes than the limit, before inflating them", () => {
    const large = zipSync({
      "manifest.json": strToU8(JSON.stringify(manifest)),
      "files/a.csv": new Uint8Array(limit + 1),
    });
    expect(large.length).toBeLessThan(1000);
    expect(() => unpackParcel(large, limit)).toThrow(code("too-large"));
  });

  test("more files, or a larger manifest, than any parcel has", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1001 }, (_unused, i) => [`files/${i}`, bytes]),
    );
    expect(() => unpackParcel(archive(manifest, many), limit)).toThrow(code("too-large"));
    const padded = zipSync({ "manifest.json": new Uint8Array(2 ** 20 + 1), "files/a.csv": bytes });
    expect(() => unpackParcel(padded, limit)).toThrow(code("too-large"));
  });

  test("an archive that lies about its sizes", () => {
    const honest = zipSync({
      "manifest.json": strToU8(JSON.stringify(manifest)),
      "files/a.csv": new Uint8Array(1_000_000),
    });
    const central = Buffer.from(honest).lastIndexOf(Buffer.from("files/a.csv")) - 46;
    const lying = Buffer.from(honest);
    lying.writeUInt32LE(bytes.length, central + 24);
    expect(() => unpackParcel(lying, limit)).toThrow(code("parcel-invalid"));
    lying.writeUInt32LE(0xffff_ffff, central + 24);
    expect(() => unpackParcel(lying, limit)).toThrow(code("too-large"));
  });

  test("any damage with a code, in bounded time", () => {
    const whole = archive(manifest);
    const edits = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(edits, (list) => {
        const damaged = Uint8Array.from(whole);
        for (const [at, value] of list) damaged[at] = value;
        try {
          // Damage to a part that nothing reads, such as a checksum, may go unseen here: the
          // signature is over every byte.
          expect(unpackParcel(damaged, limit).files[0]?.bytes).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SealingError);
        }
      }),
      { seed: 20261120, numRuns: 2000 },
    );
  });
});
