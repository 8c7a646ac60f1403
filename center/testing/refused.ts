import type { ErrorCode } from "@tsunagi/contract";
import { expect } from "vitest";

/** An error that carries this code of the contract. */
export function refused(code: ErrorCode): unknown {
  return expect.objectContaining({ code });
}
