import { signContent } from "../cms/sign.ts";
import { certificateOf, type Signer } from "../cms/signer.ts";
import { type SignatureCheck, verifySignedContent } from "../cms/verify.ts";
import { SealingError } from "../errors.ts";
import { isInstant } from "../parcel/check.ts";
import { isCount } from "./tree.ts";
import type { LogState } from "./verify.ts";

/** The state of the log at a time, for which its keeper vouches (signed tree head, RFC 9162 section 4.10). */
export interface LogHead extends LogState {
  /** UTC with milliseconds. */
  readonly at: string;
}

const headFormat = "tsunagi-log/1";

/**
 * Signs a head: SignedData (DER) around its text, by the centre.
 *
 * @throws SealingError `log-head-invalid`, `signer-mismatch`, `key-invalid`
 */
export function signLogHead(head: LogHead, signer: Signer): Uint8Array {
  if (certificateOf(signer).kind !== "center") throw new SealingError("signer-mismatch");
  const text = `${headFormat} ${head.size} ${head.rootHash} ${head.at}`;
  readHead(text);
  return signContent(Buffer.from(text, "utf8"), signer, new Date(head.at));
}

/**
 * Verifies a signed head: signature, the centre's certificate as of the head's time, and its form.
 *
 * @throws SealingError `signature-wrong`, `changed`, `signing-time-wrong`, `certificate-*`, `signer-mismatch`,
 *   `log-head-invalid`
 */
export function verifyLogHead(der: Uint8Array, check: SignatureCheck): LogHead {
  const { content, signer } = verifySignedContent(der, { ...check, usage: "office-or-center" });
  if (signer.kind !== "center") throw new SealingError("signer-mismatch");
  return readHead(Buffer.from(content).toString("utf8"));
}

function readHead(text: string): LogHead {
  const [format, digits = "", rootHash = "", at = "", ...more] = text.split(" ");
  const size = Number(digits);
  const isHead =
    format === headFormat &&
    isCount(size) &&
    String(size) === digits &&
    /^[0-9a-f]{64}$/.test(rootHash) &&
    isInstant(at) &&
    more.length === 0;
  if (!isHead) throw new SealingError("log-head-invalid");
  return { size, rootHash, at };
}
