import type {
  CertificateKind,
  IssuedCertificate,
  RevocationReason,
} from "@tsunagi/contract/exchange";

/** The name of the kind as the paper calls it. */
export const kindWords: Readonly<Record<CertificateKind, string>> = {
  KaigoJigyousho: "介護保険証明書",
  CarePlanJigyousho: "請求委任事業所用ケアプラン証明書",
};

/** The reasons a user can have for ending a certificate, in their words. */
export const reasonWords: readonly {
  readonly value: RevocationReason;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    value: "superseded",
    label: "端末を入れ替える",
    hint: "新しい端末で、電子証明書を入れ直します。",
  },
  {
    value: "keyCompromise",
    label: "端末をなくした、盗まれた、他人に使われたおそれがある",
    hint: "すぐに失効させてください。",
  },
  {
    value: "cessationOfOperation",
    label: "事業所での利用をやめる",
    hint: "送受信ができなくなります。",
  },
];

/** What a certificate is good for now. */
export type CertificateState = "valid" | "ends-soon" | "expired" | "revoked";

/** Days before the end from which a certificate counts as ending soon; the notice is due then. */
const soonDays = 90;

export function stateOf(
  { revokedAt, notAfter }: Pick<IssuedCertificate, "revokedAt" | "notAfter">,
  now: Date,
): CertificateState {
  if (revokedAt !== null) return "revoked";
  const left = Date.parse(notAfter) - now.getTime();
  if (left <= 0) return "expired";
  return left <= soonDays * 86_400_000 ? "ends-soon" : "valid";
}

/** The valid ones first, then the newest. */
export function inOrder(
  certificates: readonly IssuedCertificate[],
  now: Date,
): readonly IssuedCertificate[] {
  const usable = (certificate: IssuedCertificate): number => {
    const state = stateOf(certificate, now);
    return state === "valid" || state === "ends-soon" ? 0 : 1;
  };
  return certificates.toSorted(
    (a, b) => usable(a) - usable(b) || Date.parse(b.notBefore) - Date.parse(a.notBefore),
  );
}
