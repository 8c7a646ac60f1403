import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** 介護保険証明書 has the subject KaigoJigyousho, 請求委任事業所用ケアプラン証明書 CarePlanJigyousho. */
export const CertificateKind = Type.Union([
  Type.Literal("KaigoJigyousho"),
  Type.Literal("CarePlanJigyousho"),
]);
export type CertificateKind = Static<typeof CertificateKind>;

/** A certificate that `e-seikyu CA` issued to an office. */
export const IssuedCertificate = Type.Object({
  serial: S.CertificateSerial,
  kind: CertificateKind,
  notBefore: S.Instant,
  notAfter: S.Instant,
  fingerprint: S.Sha256,
  /** The certificate, and after it that of the issuing authority unless the root issued it. */
  pem: S.Pem,
  revokedAt: Type.Union([S.Instant, Type.Null()]),
});
export type IssuedCertificate = Static<typeof IssuedCertificate>;

/** How a request stands that waits for the operator's approval (承認). */
export const AwaitedCertificate = Type.Union([
  Type.Object({ state: Type.Literal("waiting"), askedAt: S.Instant }),
  Type.Object({
    state: Type.Literal("refused"),
    /** For the person at the desk. */
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    at: S.Instant,
  }),
  Type.Object({ state: Type.Literal("issued"), certificate: IssuedCertificate }),
]);
export type AwaitedCertificate = Static<typeof AwaitedCertificate>;

/** A certificate may be renewed (更新) from so many days before its end. */
export const renewalDays = 90;
/** So many days before its end an office is told, as long as the certificate is not renewed. */
export const certificateWarningDays = [90, 60, 30, 7] as const;

/** Why a certificate is revoked (RFC 5280 section 5.3.1). */
export const RevocationReason = Type.Union([
  Type.Literal("keyCompromise"),
  Type.Literal("superseded"),
  Type.Literal("cessationOfOperation"),
]);
export type RevocationReason = Static<typeof RevocationReason>;

export const certificateRoutes = {
  requestCertificate: defineRoute({
    method: "POST",
    path: "/v1/certificates",
    subject: "certificates",
    summary: "電子証明書を申請する。鍵は端末で作り、申請書 (PKCS#10) だけを送る",
    auth: "office",
    enrolment: true,
    doors: ["exchange", "web"],
    body: {
      json: Type.Object(
        { request: S.Pem, issuePassword: S.Password },
        { additionalProperties: false },
      ),
    },
    answer: {
      status: 201,
      json: Type.Object({
        certificate: Type.Union([IssuedCertificate, Type.Null()], {
          description: "運営者の承認を待つときは null。awaitedCertificate でたずねる",
        }),
        authorities: Type.Array(S.Pem),
      }),
    },
    errors: [
      "request-invalid",
      "password-change-required",
      "issue-password-wrong",
      "login-locked",
      "csr-invalid",
      "certificate-exists",
    ],
  }),
  awaitedCertificate: defineRoute({
    method: "GET",
    path: "/v1/certificate-requests/{key}",
    subject: "certificates",
    summary: "承認を待つ電子証明書の申請がどうなったかを、申請した鍵でたずねる",
    auth: "nobody",
    doors: ["exchange", "web"],
    params: Type.Object({
      key: Type.Intersect([S.Sha256], {
        description: "公開鍵 (SubjectPublicKeyInfo) のSHA-256 (16進)",
      }),
    }),
    answer: { status: 200, json: AwaitedCertificate },
    errors: ["request-invalid", "not-found"],
  }),
  renewCertificate: defineRoute({
    method: "POST",
    path: "/v1/certificates/renewal",
    subject: "certificates",
    summary:
      "電子証明書を更新する。新しい鍵の申請書 (PKCS#10) に今の鍵で署名して送る。有効期間は今の期限から3年延びる",
    auth: "session",
    doors: ["exchange"],
    body: {
      json: Type.Object(
        {
          renewal: Type.Intersect([S.Base64, Type.String({ maxLength: 40_000 })], {
            description: "PKCS#10 (PEM) を包んだ CMS SignedData (DER)",
          }),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 201, json: IssuedCertificate },
    errors: [
      "request-invalid",
      "renewal-too-early",
      "renewal-invalid",
      "csr-invalid",
      "certificate-exists",
    ],
  }),
  listCertificates: defineRoute({
    method: "GET",
    path: "/v1/certificates",
    subject: "certificates",
    summary: "事業所の電子証明書を見る",
    auth: "office",
    enrolment: true,
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Object({ certificates: Type.Array(IssuedCertificate) }) },
    errors: ["password-change-required"],
  }),
  revokeCertificate: defineRoute({
    method: "POST",
    path: "/v1/certificates/{serial}/revocation",
    subject: "certificates",
    summary: "電子証明書を失効させる。元には戻せない",
    auth: "office",
    doors: ["exchange", "web"],
    params: Type.Object({ serial: S.CertificateSerial }),
    body: { json: Type.Object({ reason: RevocationReason }, { additionalProperties: false }) },
    answer: { status: 200, json: IssuedCertificate },
    errors: ["request-invalid", "not-found", "password-change-required"],
  }),
  authorities: defineRoute({
    method: "GET",
    path: "/v1/authorities",
    subject: "certificates",
    summary: "ルート認証局の証明書を得る",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Object({ authorities: Type.Array(S.Pem) }) },
    errors: [],
  }),
  revocationList: defineRoute({
    method: "GET",
    path: "/v1/crl",
    subject: "certificates",
    summary: "いちばん古い発行認証局の失効リスト (CRL, RFC 5280) を得る",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, bytes: "application/pkix-crl" },
    errors: [],
  }),
  revocationListOf: defineRoute({
    method: "GET",
    path: "/v1/crl/{issuer}",
    subject: "certificates",
    summary: "発行認証局の失効リスト (CRL, RFC 5280) を得る",
    auth: "nobody",
    doors: ["exchange", "web"],
    params: Type.Object({
      issuer: Type.String({
        pattern: "^(root|[0-9a-f]{40})$",
        description: "発行認証局の鍵の識別子 (16進)。ルート認証局が自ら発行したものは root",
      }),
    }),
    answer: { status: 200, bytes: "application/pkix-crl" },
    errors: ["request-invalid", "not-found"],
  }),
  certificateStatus: defineRoute({
    method: "POST",
    path: "/v1/ocsp",
    subject: "certificates",
    summary: "電子証明書の状態を問い合わせる (OCSP, RFC 6960)",
    auth: "nobody",
    doors: ["exchange", "web"],
    body: { bytes: "application/ocsp-request" },
    answer: { status: 200, bytes: "application/ocsp-response" },
    errors: ["request-invalid"],
  }),
  certificateStatusByAddress: defineRoute({
    method: "GET",
    path: "/v1/ocsp/{question}",
    subject: "certificates",
    summary: "電子証明書の状態を問い合わせる。問い合わせはアドレスに書く (RFC 6960 付録A.1)",
    auth: "nobody",
    doors: ["exchange", "web"],
    params: Type.Object({
      question: Type.String({ minLength: 1, maxLength: 255, description: "base64" }),
    }),
    answer: { status: 200, bytes: "application/ocsp-response" },
    errors: ["request-invalid"],
  }),
};
