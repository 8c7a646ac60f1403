import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { encryptContent } from "../cms/encrypt.ts";
import { signContent } from "../cms/sign.ts";
import {
  createAuthority,
  inspectSealed,
  inspectSealedHead,
  issueRevocationList,
  largestHead,
  type Parcel,
  parseRevocationList,
  sealParcel,
} from "../index.ts";
import { type Opened, type OpenOptions, openSealed, readSigned } from "../open.ts";
import { packParcel } from "../parcel/pack.ts";
import {
  authorityValidity,
  careManagement,
  homeVisit,
  makeNetwork,
  makeOffice,
  type Network,
  noon,
  validity,
} from "../testing/offices.ts";
import { expected, parcel, seal } from "../testing/parcels.ts";

const code = (name: string): unknown => expect.objectContaining({ code: name });
const elsewhere = "1300000009";
let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

const open = (sealed: Uint8Array, changes: Partial<OpenOptions> = {}): Opened =>
  openSealed(sealed, {
    keys: [network.receiver],
    authorities: network.authorities,
    at: noon,
    expected,
    ...changes,
  });

/** What a sender could make who does not keep to `sealParcel`. */
const sealAnything = (content: Uint8Array, by = network.sender): Uint8Array =>
  encryptContent(signContent(content, by, noon), [network.receiver.info]);

describe("a sealed parcel", () => {
  test("is opened by its receiver, byte for byte", () => {
    const { sealed, sealedSha256, signed, signedSha256 } = seal(network);
    const opened = open(sealed);
    expect(opened.parcel).toEqual({
      ...parcel,
      files: parcel.files.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) })),
    });
    expect(opened.signer.officeNumber).toBe(careManagement);
    expect(opened.signedAt).toEqual(noon);
    expect(opened).toMatchObject({ sealedSha256, signedSha256 });
    expect(Buffer.compare(opened.signed, signed)).toBe(0);
  });

  test("is opened without note and types, and with a file called manifest.json", () => {
    const { note: _, ...plain } = parcel;
    const content: Parcel = {
      ...plain,
      files: [{ name: "manifest.json", bytes: Uint8Array.of(1) }],
    };
    expect(open(seal(network, content).sealed).parcel).toEqual(content);
  });

  test("shows nothing of its inside", () => {
    const text = Buffer.from(seal(network).sealed).toString("latin1");
    for (const inside of ["UPPLAN", "manifest", careManagement, parcel.id]) {
      expect(text).not.toContain(inside);
    }
  });

  test("is never sealed the same twice", () => {
    expect(seal(network).sealedSha256).not.toBe(seal(network).sealedSha256);
  });

  test("is opened with each certificate of the receiver, and with an old key kept beside the new", async () => {
    const { authority, authorities, sender, receiver } = network;
    const second = await makeOffice(authority, homeVisit);
    const recipients = [receiver.certificate, second.certificate];
    const { sealed } = sealParcel(parcel, { signer: sender, recipients, authorities });
    for (const keys of [[receiver], [second], [await makeOffice(authority, homeVisit), second]]) {
      expect(open(sealed, { keys }).parcel.id).toBe(parcel.id);
    }
  });

  test("is not opened with another key", async () => {
    const { sealed } = seal(network);
    const other = await makeOffice(network.authority, homeVisit);
    expect(() => open(sealed, { keys: [other] })).toThrow(code("not-for-this-office"));
    expect(() => open(sealed, { keys: [network.sender] })).toThrow(code("not-for-this-office"));
    expect(() => open(sealed, { keys: [] })).toThrow(code("not-for-this-office"));
    const mixed = { key: other.key, certificate: network.receiver.certificate };
    expect(() => open(sealed, { keys: [mixed] })).toThrow(code("key-invalid"));
  });

  test("is opened long after the certificates ended, but not before it was made", () => {
    const { sealed } = seal(network);
    expect(open(sealed, { at: new Date("2035-01-01T00:00:00Z") }).parcel.id).toBe(parcel.id);
    expect(() => open(sealed, { at: new Date("2026-11-20T02:49:59Z") })).toThrow(
      code("signing-time-wrong"),
    );
  });
});

const options = (changes: object = {}): Parameters<typeof sealParcel>[1] => ({
  signer: network.sender,
  recipients: [network.receiver.certificate],
  authorities: network.authorities,
  ...changes,
});

describe("sealing refuses", () => {
  test.each([
    ["an id that is no UUIDv7", { id: "019a9f3c-7c00-4abc-8def-0123456789ab" }],
    ["a sender that is no office number", { from: "13" }],
    ["a receiver that is no office number", { to: "" }],
    ["a local time", { madeAt: "2026-11-20T12:00:00+09:00" }],
    ["a note too long", { note: "あ".repeat(2001) }],
    ["half a character", { note: "\ud867" }],
    ["no files", { files: [] }],
    ["a path", { files: [{ name: "../UPPLAN.CSV", bytes: new Uint8Array(1) }] }],
    [
      "two files that Windows takes for one",
      {
        files: [
          { name: "a.csv", bytes: new Uint8Array(1) },
          { name: "A.CSV", bytes: new Uint8Array(1) },
        ],
      },
    ],
    [
      "a media type that is none",
      { files: [{ name: "a.csv", bytes: new Uint8Array(1), type: "csv" }] },
    ],
  ])("%s", (_, change) => {
    expect(() => sealParcel({ ...parcel, ...change }, options())).toThrow(code("parcel-invalid"));
  });

  test("more bytes than the limit", () => {
    expect(() => sealParcel(parcel, options({ limit: 100 }))).toThrow(code("too-large"));
  });

  test("a signer that is not the sender, and a key that is not the signer's", () => {
    const { sender, receiver } = network;
    expect(() => sealParcel(parcel, options({ signer: receiver }))).toThrow(
      code("signer-mismatch"),
    );
    const mixed = { key: receiver.key, certificate: sender.certificate };
    expect(() => sealParcel(parcel, options({ signer: mixed }))).toThrow(code("key-invalid"));
  });

  test("a sender whose certificate has ended", async () => {
    const old = await makeOffice(network.authority, careManagement, {
      ...validity,
      notAfter: new Date("2026-11-01T00:00:00Z"),
    });
    expect(() => sealParcel(parcel, options({ signer: old }))).toThrow(code("certificate-expired"));
  });

  test("more recipients than a reader takes", () => {
    const recipients = Array<string>(65).fill(network.receiver.certificate);
    expect(() => sealParcel(parcel, options({ recipients }))).toThrow(code("too-large"));
  });

  test("no recipient, another office's certificate, and the centre's", () => {
    const { center, receiver, sender } = network;
    expect(() => sealParcel(parcel, options({ recipients: [] }))).toThrow(
      code("recipient-missing"),
    );
    const recipients = [receiver.certificate, sender.certificate];
    expect(() => sealParcel(parcel, options({ recipients }))).toThrow(code("wrong-receiver"));
    expect(() => sealParcel(parcel, options({ recipients: [center.certificate] }))).toThrow(
      code("certificate-purpose"),
    );
  });

  test("a recipient of a foreign authority, an expired one and a revoked one", async () => {
    const { authority, authorities, receiver } = network;
    const foreign = await makeOffice(await createAuthority(authorityValidity), homeVisit);
    expect(() => sealParcel(parcel, options({ recipients: [foreign.certificate] }))).toThrow(
      code("certificate-foreign"),
    );
    const old = await makeOffice(authority, homeVisit, {
      ...validity,
      notAfter: new Date("2026-11-01T00:00:00Z"),
    });
    expect(() => sealParcel(parcel, options({ recipients: [old.certificate] }))).toThrow(
      code("certificate-expired"),
    );
    const list = await issueRevocationList(authority, {
      number: 1,
      thisUpdate: noon,
      nextUpdate: new Date("2026-11-27T00:00:00Z"),
      revoked: [
        {
          serial: receiver.info.serial,
          at: new Date("2026-11-19T00:00:00Z"),
          reason: "keyCompromise",
        },
      ],
    });
    const revocationList = parseRevocationList(list, { authorities });
    expect(() => sealParcel(parcel, options({ revocationList }))).toThrow(
      code("certificate-revoked"),
    );
  });
});

describe("opening refuses", () => {
  test("what the centre's record says otherwise", () => {
    const { sealed } = seal(network);
    const wrong =
      (change: object): (() => Opened) =>
      () =>
        open(sealed, { expected: { ...expected, ...change } });
    expect(wrong({ id: "019a9f3c-7c00-7abc-8def-0123456789ac" })).toThrow(code("wrong-id"));
    expect(wrong({ from: elsewhere })).toThrow(code("wrong-sender"));
    expect(wrong({ to: elsewhere })).toThrow(code("wrong-receiver"));
    expect(wrong({ sealedSha256: "0".repeat(64) })).toThrow(code("changed"));
  });

  test("a message for another office that its receiver sealed again and passed on", async () => {
    const third = await makeOffice(network.authority, elsewhere);
    const { signed } = open(seal(network).sealed);
    const passedOn = encryptContent(signed, [third.info]);
    const forThird = { keys: [third], expected: { ...expected, to: elsewhere } };
    expect(() => open(passedOn, forThird)).toThrow(code("wrong-receiver"));
  });

  test("a parcel in another office's name", () => {
    const forged = sealAnything(packParcel({ ...parcel, from: elsewhere }));
    expect(() => open(forged, { expected: { ...expected, from: elsewhere } })).toThrow(
      code("signer-mismatch"),
    );
  });

  test("a signature of the centre", () => {
    const forged = sealAnything(packParcel(parcel), network.center as Network["sender"]);
    expect(() => open(forged)).toThrow(code("certificate-purpose"));
  });

  test("a sender of a foreign authority, of the same name and number", async () => {
    const foreign = await makeOffice(await createAuthority(authorityValidity), careManagement);
    expect(() => open(sealAnything(packParcel(parcel), foreign))).toThrow(
      code("certificate-foreign"),
    );
  });

  test("a certificate that had ended, or not begun, when it signed", async () => {
    const { authority } = network;
    const old = await makeOffice(authority, careManagement, {
      ...validity,
      notAfter: new Date("2026-11-20T02:59:59Z"),
    });
    expect(() => open(sealAnything(packParcel(parcel), old))).toThrow(code("certificate-expired"));
    const young = await makeOffice(authority, careManagement, {
      ...validity,
      notBefore: new Date("2026-11-20T03:00:01Z"),
    });
    expect(() => open(sealAnything(packParcel(parcel), young))).toThrow(
      code("certificate-not-yet-valid"),
    );
  });

  test("content without a signature", () => {
    const unsigned = encryptContent(packParcel(parcel), [network.receiver.info]);
    expect(() => open(unsigned)).toThrow(code("signature-wrong"));
  });

  test("what is not sealed at all", () => {
    const { signed } = seal(network);
    for (const bytes of [
      new Uint8Array(0),
      Buffer.from("試験"),
      signed,
      new Uint8Array(1000).fill(0x30),
    ]) {
      expect(() => open(bytes)).toThrow(code("not-a-sealed-message"));
      expect(() => inspectSealed(bytes)).toThrow(code("not-a-sealed-message"));
    }
  });

  test("bytes after the end, and any end cut off", () => {
    const { sealed } = seal(network);
    expect(() => open(Buffer.concat([sealed, Buffer.of(0)]))).toThrow(code("not-a-sealed-message"));
    for (let length = 0; length < sealed.length; length += 13) {
      expect(() => open(sealed.subarray(0, length))).toThrow(code("not-a-sealed-message"));
    }
  });
});

test("the outside shows to which certificates a message is sealed", () => {
  const outside = inspectSealed(seal(network).sealed);
  expect(outside.recipients).toBe(1);
  expect(outside.isFor(network.receiver.info)).toBe(true);
  expect(outside.isFor(network.sender.info)).toBe(false);
});

test("the outside shows in the first bytes of a large message, which have to fit its size", () => {
  const large = { ...parcel, files: [{ name: "図.pdf", bytes: randomBytes(200_000) }] };
  const { sealed } = seal(network, large);
  const head = sealed.subarray(0, largestHead);

  expect(inspectSealedHead(head, sealed.length).isFor(network.receiver.info)).toBe(true);
  for (const size of [sealed.length - 1, sealed.length + 1]) {
    expect(() => inspectSealedHead(head, size)).toThrow(code("not-a-sealed-message"));
  }
  for (let length = 0; length < 300; length++) {
    expect(() => inspectSealedHead(sealed.subarray(0, length), sealed.length)).toThrow(
      code("not-a-sealed-message"),
    );
  }
  expect(() => inspectSealedHead(randomBytes(largestHead), sealed.length)).toThrow(
    code("not-a-sealed-message"),
  );
});

test("the signed content that the sender keeps is read without the receiver's key", () => {
  const { signed, signedSha256 } = seal(network);
  const read = readSigned(signed, {
    authorities: network.authorities,
    at: noon,
    expected: { id: parcel.id },
  });
  expect(read.parcel.files.map(({ name }) => name)).toEqual(parcel.files.map(({ name }) => name));
  expect(read.signedSha256).toBe(signedSha256);
});
