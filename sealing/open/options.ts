import type { Signer } from "../cms/signer.ts";
import type { ReadOptions } from "./read-signed.ts";

export interface OpenOptions extends ReadOptions {
  /** Keys of the receiving office with their certificates (PEM), old ones included. */
  readonly keys: readonly Signer[];
  /** What the centre's record of the message says. Without these a message sealed for another
   * office, or sent before, could be passed off as this one. */
  readonly expected: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    /** Of the sealed bytes, from the centre's receipt: binds the parts meant for other keys too. */
    readonly sealedSha256?: string;
  };
}
