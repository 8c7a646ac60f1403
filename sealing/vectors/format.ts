/** What stands in the files of this folder. Bytes are base64 unless a field says otherwise. */
export interface Parties {
  /** The authority's certificate, PEM. */
  readonly authority: string;
  readonly center: Party;
  readonly sender: Party;
  readonly receiver: Party;
}

/** PEM; the keys are for tests only. */
export interface Party {
  readonly certificate: string;
  readonly privateKey: string;
}

/** A sealed message, to be opened with the receiver's key. */
export interface OpenVector {
  readonly name: string;
  readonly sealed: string;
  /** The present moment of the test. */
  readonly at: string;
  readonly expected: { readonly id: string; readonly from: string; readonly to: string };
  /** Most bytes of all files together. */
  readonly limit?: number;
  readonly outcome: OpenedOutcome | { readonly error: string };
}

export interface OpenedOutcome {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly madeAt: string;
  readonly note?: string;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: string;
    readonly type?: string;
  }[];
  readonly signedAt: string;
  readonly sealedSha256: string;
  readonly signedSha256: string;
}

/** A signed receipt. */
export interface ReceiptVector {
  readonly name: string;
  readonly receipt: string;
  readonly at: string;
  /** The receipt's JSON as text, or the error. */
  readonly outcome: { readonly json: string } | { readonly error: string };
}

/** The steps from the receiver's key to the content key, in hexadecimal. */
export interface KeyAgreementVector {
  /** Uncompressed point. */
  readonly ephemeralPublicKey: string;
  readonly sharedSecret: string;
  /** AlgorithmIdentifier of the key wrap. */
  readonly wrapAlgorithm: string;
  readonly keyEncryptionKey: string;
  readonly encryptedKey: string;
  readonly contentKey: string;
}
