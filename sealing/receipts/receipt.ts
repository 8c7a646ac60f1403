import { isOfficeNumber } from "../certificates/office-number.ts";
import { SealingError } from "../errors.ts";
import { isInstant, isMessageId } from "../parcel/check.ts";

interface ReceiptFields {
  /** The message's id, UUIDv7. */
  readonly id: string;
  /** Office numbers. */
  readonly from: string;
  readonly to: string;
  /** SHA-256 of the sealed bytes, lower-case hexadecimal. */
  readonly sealedSha256: string;
  /** UTC with milliseconds. */
  readonly at: string;
}

/** 受付証: the centre has the sealed message on disk. Signed by the centre. */
export interface AcceptedReceipt extends ReceiptFields {
  readonly type: "accepted";
  /** Bytes of the sealed message. */
  readonly size: number;
}

/** 開封証: the receiver has opened and verified the message. Signed by the receiving office. */
export interface OpenedReceipt extends ReceiptFields {
  readonly type: "opened";
  /** SHA-256 of the SignedData inside, lower-case hexadecimal. */
  readonly signedSha256: string;
}

export type Receipt = AcceptedReceipt | OpenedReceipt;

const receiptFormat = "tsunagi-receipt/1";

/** The one way to write a receipt: these fields in this order, without spaces, as UTF-8. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  checkReceipt(receipt);
  const { type, id, from, to, sealedSha256, at } = receipt;
  const own =
    receipt.type === "accepted" ? { size: receipt.size } : { signedSha256: receipt.signedSha256 };
  const fields = { format: receiptFormat, type, id, from, to, sealedSha256, ...own, at };
  return Buffer.from(JSON.stringify(fields), "utf8");
}

/** @throws SealingError `receipt-invalid` unless the bytes are as `encodeReceipt` writes them */
export function decodeReceipt(bytes: Uint8Array): Receipt {
  const receipt = readFields(bytes);
  if (Buffer.compare(encodeReceipt(receipt), bytes) !== 0) invalid("not in the canonical form");
  return receipt;
}

function readFields(bytes: Uint8Array): Receipt {
  const json: unknown = parseJson(bytes);
  if (typeof json !== "object" || json === null || !("type" in json)) invalid("no type");
  const { type, size, ...strings } = json as Record<string, unknown>;
  const string = (name: string): string => {
    const value = strings[name];
    return typeof value === "string" ? value : invalid(name);
  };
  const fields = {
    id: string("id"),
    from: string("from"),
    to: string("to"),
    sealedSha256: string("sealedSha256"),
    at: string("at"),
  };
  switch (type) {
    case "accepted":
      return { type, ...fields, size: typeof size === "number" ? size : invalid("size") };
    case "opened":
      return { type, ...fields, signedSha256: string("signedSha256") };
    default:
      return invalid("type");
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch (cause) {
    throw new SealingError("receipt-invalid", "not JSON", { cause });
  }
}

const sha256 = /^[0-9a-f]{64}$/;

function checkReceipt(receipt: Receipt): void {
  if (!isMessageId(receipt.id)) invalid("id");
  if (!isOfficeNumber(receipt.from)) invalid("from");
  if (!isOfficeNumber(receipt.to)) invalid("to");
  if (!sha256.test(receipt.sealedSha256)) invalid("sealedSha256");
  if (!isInstant(receipt.at)) invalid("at");
  switch (receipt.type) {
    case "accepted":
      if (!Number.isSafeInteger(receipt.size) || receipt.size <= 0) invalid("size");
      return;
    case "opened":
      if (!sha256.test(receipt.signedSha256)) invalid("signedSha256");
      return;
  }
}

function invalid(what: string): never {
  throw new SealingError("receipt-invalid", what);
}
