/** What stands in the table for one error code. */
interface ErrorEntry {
  /** For the person at the desk: what is wrong and what to do. */
  readonly ja: string;
  /** For logs and engineers. */
  readonly en: string;
}

/** The error codes of this room. A code, once published, keeps its meaning. */
export const sealingErrors = {
  "key-invalid": {
    ja: "秘密鍵を読み取れません。この端末で作られた鍵のファイルかどうかをご確認ください。",
    en: "not a PKCS#8 private key on P-256",
  },
  "passphrase-wrong": {
    ja: "秘密鍵のパスフレーズが違います。もう一度入力してください。",
    en: "the private key cannot be decrypted with this passphrase",
  },
  "request-invalid": {
    ja: "電子証明書の発行申請の内容に誤りがあります。申請をもう一度やり直してください。",
    en: "the certificate request (PKCS#10) or the data to certify is not acceptable",
  },
  "certificate-invalid": {
    ja: "電子証明書を読み取れません。ファイルが壊れていないかをご確認ください。",
    en: "not an X.509 certificate in PEM or DER",
  },
  "certificate-foreign": {
    ja: "この電子証明書は信頼できる認証局が発行したものではありません。「e-seikyu CA」が発行した電子証明書が必要です。",
    en: "the certificate was not issued by any of the trusted authorities",
  },
  "certificate-expired": {
    ja: "電子証明書の有効期間が切れています。電子証明書の更新が必要です。",
    en: "the certificate was past its end at the time that counts",
  },
  "certificate-not-yet-valid": {
    ja: "電子証明書の有効期間がまだ始まっていません。パソコンの日付と時刻が正しいかをご確認ください。",
    en: "the certificate was before its beginning at the time that counts",
  },
  "certificate-revoked": {
    ja: "この電子証明書は失効しています。新しい電子証明書が必要です。",
    en: "the certificate is on the revocation list",
  },
  "certificate-purpose": {
    ja: "この電子証明書は、この用途には使えません。介護保険証明書またはケアプラン証明書が必要です。",
    en: "the certificate is not for this use (kind, key usage or key type)",
  },
  "revocation-list-invalid": {
    ja: "失効した電子証明書の一覧を確認できません。時間をおいて、もう一度お試しください。",
    en: "not a revocation list (RFC 5280) signed by a trusted authority",
  },
  "status-question-invalid": {
    ja: "電子証明書の状態の問い合わせを読み取れません。",
    en: "not an OCSP request (RFC 6960)",
  },
  "parcel-invalid": {
    ja: "封書の中身が決められた形になっていません。送信元の事業所に、もう一度送るよう依頼してください。",
    en: "manifest and files do not follow the format, or differ from each other",
  },
  "too-large": {
    ja: "データが大きすぎます。ファイルを分けてください。",
    en: "unpacked size or number of files over the limit",
  },
  "recipient-missing": {
    ja: "宛先の事業所の電子証明書がありません。宛先の事業所が利用を始めているかをご確認ください。",
    en: "a parcel is sealed to at least one certificate of its receiver",
  },
  "not-a-sealed-message": {
    ja: "封書として読み取れません。データが壊れているか、別の種類のファイルです。",
    en: "not a CMS AuthEnvelopedData of this profile",
  },
  "not-for-this-office": {
    ja: "この封書は、この端末の電子証明書では開けません。宛先の事業所の端末で開くか、送信元に再送を依頼してください。",
    en: "no recipient of the message is one of the given certificates",
  },
  changed: {
    ja: "封書の内容が途中で変わっています。開かずに、送信元の事業所へ再送を依頼してください。",
    en: "an authentication tag or a digest does not match",
  },
  "signature-wrong": {
    ja: "電子署名が正しくありません。内容を使わずに、送信元の事業所へご確認ください。",
    en: "not a CMS SignedData of this profile, or its signature does not verify",
  },
  "signing-time-wrong": {
    ja: "電子署名の日時が未来になっています。パソコンの日付と時刻が正しいかをご確認ください。",
    en: "the stated signing time lies in the future",
  },
  "signer-mismatch": {
    ja: "署名した事業所と、記載された事業所が一致しません。内容を使わずに、送信元の事業所へご確認ください。",
    en: "the signer's certificate does not belong to the party named inside",
  },
  "wrong-id": {
    ja: "封書の番号が、センターの記録と一致しません。内容を使わずに、送信元の事業所へご確認ください。",
    en: "the id inside is not the expected one",
  },
  "wrong-sender": {
    ja: "封書の送信元が、センターの記録と一致しません。内容を使わずに、送信元の事業所へご確認ください。",
    en: "the sender inside is not the expected one",
  },
  "wrong-receiver": {
    ja: "この封書は別の事業所に宛てたものです。内容を使わずに、送信元の事業所へご確認ください。",
    en: "the receiver inside is not the expected one",
  },
  "receipt-invalid": {
    ja: "受付証または開封証を読み取れません。",
    en: "the signed content is not a receipt of this format",
  },
  "receipt-mismatch": {
    ja: "受付証または開封証が、この封書のものではありません。",
    en: "a field of the receipt is not the expected one",
  },
  "log-entry-invalid": {
    ja: "電子証明書の公開記録を読み取れません。運営窓口にご連絡ください。",
    en: "not an entry of the log of certificates in this format",
  },
  "log-head-invalid": {
    ja: "電子証明書の公開記録を読み取れません。運営窓口にご連絡ください。",
    en: "the signed content is not a head of the log of certificates in this format",
  },
  "log-proof-wrong": {
    ja: "電子証明書の公開記録のつじつまが合いません。記録が書き換えられたおそれがあります。送信を止めて、運営窓口にご連絡ください。",
    en: "an inclusion or consistency proof (RFC 9162) does not verify",
  },
} as const;

export type SealingErrorCode = keyof typeof sealingErrors;

/**
 * Every failure of this room. `code` is stable, `messageJa` is for the person at the desk,
 * `message` for logs. Neither carries personal data.
 */
export class SealingError extends Error {
  override readonly name: string = "SealingError";
  readonly code: SealingErrorCode;
  readonly messageJa: string;

  constructor(code: SealingErrorCode, detail?: string, options?: ErrorOptions) {
    const { en, ja }: ErrorEntry = sealingErrors[code];
    super(detail === undefined ? en : `${en}: ${detail}`, options);
    this.code = code;
    this.messageJa = ja;
  }
}

/** Runs `work`; whatever it throws becomes a SealingError of `code`, unless it is one already. */
export function orFailAs<T>(code: SealingErrorCode, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof SealingError) throw cause;
    throw new SealingError(code, cause instanceof Error ? cause.message : undefined, { cause });
  }
}
