import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openWorkshop } from "../testing/openssl.ts";
import { fromPem, toPem } from "./pem.ts";
import { EncodingError, Reader } from "./read.ts";
import * as der from "./write.ts";

const settings = { seed: 20261120, numRuns: 300 };
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(" ", ""), "hex");
const written = (chunks: der.Chunks): string => Buffer.from(der.join(chunks)).toString("hex");

describe("what is written is read back", () => {
  test("unsigned integers of any length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const read = new Reader(der.join(der.integer(bytes))).unsigned();
        expect(BigInt(`0x${Buffer.from(read).toString("hex")}`)).toBe(
          BigInt(`0x${Buffer.from(bytes).toString("hex")}`),
        );
      }),
      settings,
    );
  });

  test("numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (value) => {
        expect(new Reader(der.join(der.integer(value))).number()).toBe(value);
      }),
      settings,
    );
  });

  test("object identifiers", () => {
    const arcs = fc.array(fc.integer({ min: 0, max: 2 ** 32 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.nat(39), arcs, (first, second, rest) => {
        const dotted = [first, second, ...rest].join(".");
        expect(new Reader(der.join(der.oid(dotted))).oid()).toBe(dotted);
      }),
      settings,
    );
  });

  test("octets of every form of length", () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536, 16_777_216]) {
      const bytes = new Uint8Array(length).fill(7);
      const encoded = der.join(der.sequence(der.octetString(bytes)));
      expect(Buffer.compare(new Reader(encoded).inside().octets(), bytes)).toBe(0);
    }
  });

  test("times to the second, on both sides of 2050", () => {
    const range = {
      min: new Date("1950-01-01T00:00:00Z"),
      max: new Date("2150-01-01T00:00:00Z"),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(new Reader(der.join(der.time(date))).time()).toEqual(seconds);
      }),
      settings,
    );
  });

  test("PEM", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        expect(Buffer.compare(fromPem("TEST", `junk\n${toPem("TEST", bytes)}junk`), bytes)).toBe(0);
      }),
      settings,
    );
  });
});

describe("what is written is DER", () => {
  test.each([
    ["zero", der.integer(0), "020100"],
    ["a sign octet before a high bit", der.integer(128), "02020080"],
    ["no leading zeros", der.integer(hex("0000 01")), "020101"],
    ["long lengths", der.octetString(new Uint8Array(200)), `0481c8${"00".repeat(200)}`],
    ["an object identifier", der.oid("1.2.840.113549.1.9.16.1.23"), "060b2a864886f70d0109100117"],
    ["an object identifier with a large second arc", der.oid("2.999.3"), "0603883703"],
    ["a sorted set", der.setOf(der.integer(2), der.integer(1)), "3106020101020102"],
    [
      "UTCTime in 2049",
      der.time(new Date("2049-12-31T23:59:59Z")),
      "170d3439313233313233353935395a",
    ],
    [
      "GeneralizedTime in 2050",
      der.time(new Date("2050-01-01T00:00:00Z")),
      "180f32303530303130313030303030305a",
    ],
  ])("%s", (_, chunks, expected) => {
    expect(written(chunks)).toBe(expected);
  });

  test("and OpenSSL reads it", () => {
    const shop = openWorkshop();
    const value = der.sequence(
      der.integer(2 ** 40),
      der.boolean(true),
      der.utf8String("試験"),
      der.context(0, der.octetString(hex("01"))),
    );
    shop.put("value.der", der.join(value));
    const text = shop.run("openssl", "asn1parse", "-inform", "DER", "-in", "value.der", "-dump");
    expect(text).toContain("INTEGER           :010000000000");
    expect(text).toContain("BOOLEAN           :255");
    expect(text).toContain("cont [ 0 ]");
  });
});

describe("strict reading refuses", () => {
  test.each([
    ["an indefinite length", "3080 0000"],
    ["a length that is not minimal", "04 81 01 00"],
    ["a length with a leading zero", "04 82 0001 00"],
    ["a length beyond the end", "04 05 00"],
    ["a length of more octets than there are", "04 84 ff"],
    ["a reserved length", "04 ff 00"],
    ["a high tag number", "1f 81 01 00"],
    ["an octet string in pieces", "24 03 040101"],
    ["nothing", ""],
    ["half a header", "04"],
  ])("%s", (_, bytes) => {
    expect(() => new Reader(hex(bytes)).octets()).toThrow(EncodingError);
  });

  test.each([
    ["empty", "0200"],
    ["negative", "0201ff"],
    ["not minimal", "02020001"],
    ["too large for a number", "020701000000000000"],
  ])("an integer that is %s", (_, bytes) => {
    expect(() => new Reader(hex(bytes)).number()).toThrow(EncodingError);
  });

  test.each([
    ["empty", "0600"],
    ["cut off", "06022a86"],
    ["not minimal", "06032a8001"],
    ["too large", `060a2a${"ff".repeat(8)}7f`],
  ])("an object identifier that is %s", (_, bytes) => {
    expect(() => new Reader(hex(bytes)).oid()).toThrow(EncodingError);
  });

  test.each([
    "250231120000Z",
    "251301120000Z",
    "250101240000Z",
    "2501011200Z",
    "250101120000+0900",
    "25010112000 Z",
  ])("the time %s", (text) => {
    const bytes = der.join(der.element(der.tags.utcTime, [Buffer.from(text)]));
    expect(() => new Reader(bytes).time()).toThrow(EncodingError);
  });

  test("a boolean that is neither 00 nor ff, and a bit string with unused bits", () => {
    expect(() => new Reader(hex("010101")).boolean()).toThrow(EncodingError);
    expect(() => new Reader(hex("0302 04 f0")).bitOctets()).toThrow(EncodingError);
  });

  test("bytes after the end", () => {
    const reader = new Reader(hex("0500 00"));
    reader.next();
    expect(() => reader.end()).toThrow(EncodingError);
  });
});

describe("tolerant reading", () => {
  test("takes indefinite lengths and octet strings in pieces, however nested", () => {
    const reader = new Reader(hex("3080 2480 040101 24 06 0401 02 0401 03 0000 0000"), "ber");
    const inside = reader.inside();
    expect([...inside.octets()]).toEqual([1, 2, 3]);
    inside.end();
    reader.end();
  });

  test("refuses an indefinite length that does not end, and one of a primitive", () => {
    expect(() => new Reader(hex("3080 0401 01"), "ber").inside()).toThrow(EncodingError);
    expect(() => new Reader(hex("3080 00"), "ber").inside()).toThrow(EncodingError);
    expect(() => new Reader(hex("0480 0000"), "ber").octets()).toThrow(EncodingError);
  });

  test("refuses deep nesting instead of running out of stack", () => {
    const deep = Buffer.concat([Buffer.from("2480".repeat(100_000), "hex"), Buffer.alloc(200_000)]);
    expect(() => new Reader(deep, "ber").octets()).toThrow(EncodingError);
    let nested: der.Chunks = der.octetString(hex("01"));
    for (let i = 0; i < 40; i++) nested = der.element(0x24, nested);
    expect(() => new Reader(der.join(nested), "ber").octets()).toThrow(EncodingError);
  });
});

test("whatever the bytes, reading ends, with elements or with an EncodingError", () => {
  const walk = (reader: Reader): void => {
    while (!reader.done) {
      const element = reader.next();
      if (element.tag & 0x20) walk(reader.into(element));
    }
  };
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom("der", "ber"),
      (bytes, rules) => {
        try {
          walk(new Reader(bytes, rules));
        } catch (error) {
          expect(error).toBeInstanceOf(EncodingError);
        }
      },
    ),
    { ...settings, numRuns: 3000 },
  );
});
