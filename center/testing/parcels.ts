import { createHash, randomBytes } from "node:crypto";
import { parseCertificate, type Sealed, sealParcel, signReceipt } from "@tsunagi/sealing";
import type { CenterUnderTest } from "./center.ts";
import type { TestOffice } from "./offices.ts";

/** An id as clients make them (UUIDv7), of the centre's present moment. */
export function newMessageId(center: CenterUnderTest): string {
  const time = center.clock.now.getTime().toString(16).padStart(12, "0");
  const random = randomBytes(10).toString("hex");
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    `8${random.slice(3, 6)}`,
    random.slice(6, 18),
  ].join("-");
}

/** Seals a made-up set for its receiver. */
export function seal(
  center: CenterUnderTest,
  id: string,
  from: TestOffice,
  to: TestOffice,
  bytes: Uint8Array = Buffer.from("試験 花子"),
): Sealed {
  return sealParcel(
    {
      id,
      from: from.number,
      to: to.number,
      madeAt: center.clock.now.toISOString(),
      files: [{ name: "UPPLAN.CSV", bytes }],
    },
    {
      signer: from.signer,
      recipients: [to.signer.certificate],
      authorities: center.authorities.map((pem) => parseCertificate(pem)),
    },
  );
}

export function contentDigest(bytes: Uint8Array): string {
  return `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`;
}

/** What `send` takes. */
export function sending(
  id: string,
  to: string,
  body: Uint8Array,
): {
  params: { id: string };
  query: { to: string };
  headers: { "content-digest": string };
  body: Uint8Array;
} {
  return {
    params: { id },
    query: { to },
    headers: { "content-digest": contentDigest(body) },
    body,
  };
}

/** A message that the centre has accepted. */
export interface Posted extends Sealed {
  readonly id: string;
  readonly from: string;
}

/** Seals a made-up set, or these bytes, and sends it. */
export async function post(
  center: CenterUnderTest,
  from: TestOffice,
  to: TestOffice,
  bytes?: Uint8Array,
): Promise<Posted> {
  const id = newMessageId(center);
  const sealed = seal(center, id, from, to, bytes);
  await from.desk.send(sending(id, to.number, sealed.sealed));
  return { id, from: from.number, ...sealed };
}

/** The receipt by which an office says that it has opened a message; with `changes`, one that says something else. */
export function openedReceipt(
  center: CenterUnderTest,
  { id, from, sealedSha256, signedSha256 }: Posted,
  by: TestOffice,
  changes: object = {},
): Uint8Array {
  const at = center.clock.now.toISOString();
  return signReceipt(
    { type: "opened", id, from, to: by.number, sealedSha256, signedSha256, at, ...changes },
    by.signer,
  );
}
