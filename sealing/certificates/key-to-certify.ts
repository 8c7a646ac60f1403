import type { KeyObject } from "node:crypto";
import { SealingError } from "../errors.ts";
import { isP256 } from "../keys.ts";
import { readRequest } from "./request.ts";

/** The operator's own keys may be certified without a request. */
export type KeyToCertify =
  | { readonly publicKey: KeyObject; readonly request?: never }
  | { readonly request: string; readonly publicKey?: never };

export function publicKeyOf(of: KeyToCertify): KeyObject {
  const key = of.request === undefined ? of.publicKey : readRequest(of.request);
  if (!isP256(key)) throw new SealingError("request-invalid", "key is not on P-256");
  return key;
}
