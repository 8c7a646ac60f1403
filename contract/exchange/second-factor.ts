import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** An e-mail address, as far as it can be seen. */
const Email = Type.String({ maxLength: 254, pattern: "^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$" });

/** A code as it was typed: six digits of a mail or of the app, or a recovery code. */
const Code = Type.String({ minLength: 1, maxLength: 40 });

const PasswordAgain = Type.Object({ password: S.Password }, { additionalProperties: false });
const CodeOnly = Type.Object({ code: Code }, { additionalProperties: false });

/** What a login of the office account is asked besides the password: nothing, a code by mail, or one of the app. */
const Way = Type.Union([Type.Literal("none"), Type.Literal("mail"), Type.Literal("app")]);

/** 2段階認証: how the office account is held at the portal. */
export const Security = Type.Object({
  way: Way,
  /** セキュリティ用メールアドレス, null where none is set. While an app is set, codes come from the app. */
  email: Type.Union([Type.String(), Type.Null()]),
  /** Since when codes of an app are asked for. */
  appSince: Type.Union([S.Instant, Type.Null()]),
  /** Recovery codes that were not used yet. */
  recoveryCodes: Type.Integer(),
  /** Browsers that are let in without a code. */
  browsers: Type.Integer(),
  /** Whether this centre sends mail at all. */
  sendsMail: Type.Boolean(),
});
export type Security = Static<typeof Security>;

/** A code is on its way, or the app shows it. */
export const CodeSent = Type.Object({
  way: Type.Union([Type.Literal("mail"), Type.Literal("app")]),
  /** Where the mail goes, with most letters hidden; null where the app has the code. */
  to: Type.Union([Type.String(), Type.Null()]),
  /** How long the code serves once it was mailed. */
  minutes: Type.Integer(),
  /** After so many seconds a new one may be asked for. */
  againAfterSeconds: Type.Integer(),
});
export type CodeSent = Static<typeof CodeSent>;

/** The key of a new app, which counts once a code of it was confirmed. */
export const AuthenticatorOffer = Type.Object({
  /** Base32 (RFC 4648), to be typed where no QR code can be read. */
  key: Type.String(),
  /** What the QR code holds: `otpauth://totp/…`. */
  uri: Type.String(),
});
export type AuthenticatorOffer = Static<typeof AuthenticatorOffer>;

/** Ten codes, each for one login without mail and app. Shown this once. */
export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String()),
  security: Security,
});
export type RecoveryCodes = Static<typeof RecoveryCodes>;

const passwordErrors = ["request-invalid", "login-wrong", "login-locked"] as const;
const codeErrors = ["request-invalid", "code-wrong", "code-locked"] as const;

const ofOffice = {
  method: "POST",
  subject: "accounts",
  auth: "office",
  doors: ["web"],
} as const;

export const secondFactorRoutes = {
  askLoginCode: defineRoute({
    method: "POST",
    path: "/v1/office-sessions/code",
    subject: "accounts",
    summary:
      "ログインに要るコードをメールで送る。60秒より前に送っていれば、もう一度は送らない。認証アプリのときは何も送らない",
    auth: "nobody",
    doors: ["exchange", "web"],
    body: {
      json: Type.Object(
        { officeId: Type.String({ minLength: 1, maxLength: 20 }), password: S.Password },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: CodeSent },
    errors: [
      ...passwordErrors,
      "agent-id-refused",
      "password-provisional-expired",
      "code-locked",
      "code-not-needed",
      "mail-unavailable",
      "too-many-requests",
    ],
  }),
  security: defineRoute({
    ...ofOffice,
    method: "GET",
    path: "/v1/office-account/security",
    summary: "2段階認証の状態を見る",
    answer: { status: 200, json: Security },
    errors: ["password-change-required"],
  }),
  setSecurityAddress: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/security-address",
    summary:
      "セキュリティ用メールアドレスを決める。そのアドレスに届くコードで確かめるまでは変わらない",
    body: {
      json: Type.Object({ password: S.Password, email: Email }, { additionalProperties: false }),
    },
    answer: { status: 200, json: CodeSent },
    errors: [
      ...passwordErrors,
      "mail-unavailable",
      "too-many-requests",
      "password-change-required",
    ],
  }),
  confirmSecurityAddress: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/security-address/confirm",
    summary: "届いたコードでセキュリティ用メールアドレスを確かめる。ほかのログインはすべて終わる",
    body: { json: CodeOnly },
    answer: { status: 200, json: Security },
    errors: [...codeErrors, "password-change-required"],
  }),
  removeSecurityAddress: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/security-address/remove",
    summary: "セキュリティ用メールアドレスを外す",
    body: { json: PasswordAgain },
    answer: { status: 200, json: Security },
    errors: [...passwordErrors, "password-change-required"],
  }),
  offerAuthenticator: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/authenticator",
    summary: "認証アプリに入れる鍵を作る (RFC 6238)。最初のコードで確かめるまでは使われない",
    body: { json: PasswordAgain },
    answer: { status: 200, json: AuthenticatorOffer },
    errors: [...passwordErrors, "password-change-required"],
  }),
  confirmAuthenticator: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/authenticator/confirm",
    summary:
      "認証アプリの最初のコードで確かめ、使い始める。回復コードが10個、一度だけ示される。ほかのログインはすべて終わる",
    body: { json: CodeOnly },
    answer: { status: 200, json: RecoveryCodes },
    errors: [...codeErrors, "password-change-required"],
  }),
  removeAuthenticator: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/authenticator/remove",
    summary: "認証アプリを外す",
    body: { json: PasswordAgain },
    answer: { status: 200, json: Security },
    errors: [...passwordErrors, "password-change-required"],
  }),
  renewRecoveryCodes: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/recovery-codes",
    summary: "回復コードを10個、作り直す。前のものは使えなくなる",
    body: { json: PasswordAgain },
    answer: { status: 200, json: RecoveryCodes },
    errors: [...passwordErrors, "code-not-needed", "password-change-required"],
  }),
  rememberBrowser: defineRoute({
    ...ofOffice,
    path: "/v1/office-account/browsers",
    summary: "このブラウザからのログインで、30日間コードを求めないようにする",
    answer: {
      status: 201,
      json: Type.Object({ browser: Type.String(), until: S.Instant }),
    },
    errors: ["code-not-needed", "password-change-required"],
  }),
  forgetBrowsers: defineRoute({
    ...ofOffice,
    method: "DELETE",
    path: "/v1/office-account/browsers",
    summary: "コードを求めないことにしたブラウザを、すべて忘れる",
    answer: { status: 200, json: Security },
    errors: ["password-change-required"],
  }),
};
