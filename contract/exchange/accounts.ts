import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** An office account after login. `passwordChangeRequired`: nothing but changing the password works. */
export const OfficeSession = Type.Object({
  token: Type.String(),
  expiresAt: S.Instant,
  office: S.OfficeName,
  passwordChangeRequired: Type.Boolean(),
});
export type OfficeSession = Static<typeof OfficeSession>;

/** The first step of the login at the desk: the ticket is for the second, for ten minutes. */
export const PersonTicket = Type.Object({
  ticket: Type.String(),
  issuedAt: S.Instant,
  expiresAt: S.Instant,
  person: Type.Object({ personId: S.PersonId, name: S.PersonName, role: S.Role }),
});
export type PersonTicket = Static<typeof PersonTicket>;

/**
 * The tokens after both steps: opaque; access 60 minutes, refresh 8 hours; refreshing replaces both. `issuedAt` is the
 * centre's time of this answer: a client whose clock differs counts from there.
 */
export const Session = Type.Object({
  issuedAt: S.Instant,
  accessToken: Type.String(),
  accessExpiresAt: S.Instant,
  refreshToken: Type.String(),
  refreshExpiresAt: S.Instant,
  office: S.OfficeName,
  person: Type.Object({ personId: S.PersonId, name: S.PersonName, role: S.Role }),
});
export type Session = Static<typeof Session>;

/** Who is logged in, at the portal. */
export const OfficeAccount = Type.Object({
  officeId: S.OfficeId,
  office: S.OfficeName,
  serviceTypes: Type.Array(S.ServiceType),
  passwordChangeRequired: Type.Boolean(),
  /** From when on the password must be changed; null where it does not end. */
  passwordUntil: Type.Union([S.Instant, Type.Null()]),
});
export type OfficeAccount = Static<typeof OfficeAccount>;

const loginErrors = [
  "request-invalid",
  "login-wrong",
  "login-locked",
  "password-provisional-expired",
  "too-many-requests",
] as const;

export const accountRoutes = {
  logInOffice: defineRoute({
    method: "POST",
    path: "/v1/office-sessions",
    subject: "accounts",
    summary:
      "事業所ユーザでログインする (利用申請・証明書申請のため)。2段階認証を設定した事業所は、覚えさせたブラウザからでなければ、コードも要る。初期設定のためのログインはコードなしででき、初期設定に要ることだけができる",
    auth: "nobody",
    doors: ["exchange", "web"],
    body: {
      json: Type.Object(
        {
          officeId: Type.String({ minLength: 1, maxLength: 20 }),
          password: S.Password,
          code: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 40,
              description: "メールか認証アプリの6桁の数字、または回復コード",
            }),
          ),
          browser: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 200,
              description: "コードを求めないことにしたブラウザの印",
            }),
          ),
          for: Type.Optional(Type.Literal("enrolment", { description: "アプリの初期設定のため" })),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 201, json: OfficeSession },
    errors: [...loginErrors, "agent-id-refused", "code-required", "code-wrong", "code-locked"],
  }),
  officeAccount: defineRoute({
    method: "GET",
    path: "/v1/office-account",
    subject: "accounts",
    summary: "ログイン中の事業所ユーザを見る",
    auth: "office",
    enrolment: true,
    doors: ["exchange", "web"],
    answer: { status: 200, json: OfficeAccount },
    errors: ["session-missing", "session-expired"],
  }),
  changeOfficePassword: defineRoute({
    method: "POST",
    path: "/v1/office-password",
    subject: "accounts",
    summary: "事業所ユーザのパスワードを変更する。他のログインはすべて終わる",
    auth: "office",
    enrolment: true,
    doors: ["exchange", "web"],
    body: {
      json: Type.Object(
        { currentPassword: S.Password, newPassword: S.NewPassword },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: OfficeSession },
    errors: ["request-invalid", "login-wrong", "login-locked", "password-too-weak"],
  }),
  logOutOffice: defineRoute({
    method: "DELETE",
    path: "/v1/office-sessions/current",
    subject: "accounts",
    summary: "事業所ユーザのログインを終える",
    auth: "office",
    enrolment: true,
    doors: ["exchange", "web"],
    answer: { status: 204 },
    errors: [],
  }),
  changePersonPassword: defineRoute({
    method: "POST",
    path: "/v1/person-password",
    subject: "accounts",
    summary: "個人ユーザのパスワードを変更する (仮パスワードからの変更を含む)",
    auth: "certificate",
    doors: ["exchange"],
    body: {
      json: Type.Object(
        {
          personId: Type.String({ minLength: 1, maxLength: 20 }),
          currentPassword: S.Password,
          newPassword: S.NewPassword,
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 204 },
    errors: [...loginErrors, "password-too-weak", "person-stopped"],
  }),
  logInPerson: defineRoute({
    method: "POST",
    path: "/v1/person-tickets",
    subject: "accounts",
    summary: "ログイン 1段階目: 個人ユーザ",
    auth: "certificate",
    doors: ["exchange"],
    body: {
      json: Type.Object(
        { personId: Type.String({ minLength: 1, maxLength: 20 }), password: S.Password },
        { additionalProperties: false },
      ),
    },
    answer: { status: 201, json: PersonTicket },
    errors: [
      ...loginErrors,
      "password-change-required",
      "certificate-office-mismatch",
      "person-stopped",
    ],
  }),
  logIn: defineRoute({
    method: "POST",
    path: "/v1/sessions",
    subject: "accounts",
    summary: "ログイン 2段階目: 事業所ユーザ",
    auth: "certificate",
    doors: ["exchange"],
    body: {
      json: Type.Object(
        {
          ticket: Type.String({ minLength: 1, maxLength: 200 }),
          officeId: Type.String({ minLength: 1, maxLength: 20 }),
          password: S.Password,
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 201, json: Session },
    errors: [
      ...loginErrors,
      "agent-id-refused",
      "session-expired",
      "password-change-required",
      "certificate-office-mismatch",
    ],
  }),
  refreshSession: defineRoute({
    method: "POST",
    path: "/v1/sessions/refresh",
    subject: "accounts",
    summary:
      "ログインを延ばす。新しいトークンを使うと、古いものは使えなくなる。そのあとで古いものが来たら、写されたとみてログインを終える",
    auth: "certificate",
    doors: ["exchange"],
    body: {
      json: Type.Object(
        { refreshToken: Type.String({ minLength: 1, maxLength: 200 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 201, json: Session },
    errors: ["session-expired", "certificate-office-mismatch"],
  }),
  logOut: defineRoute({
    method: "DELETE",
    path: "/v1/sessions/current",
    subject: "accounts",
    summary: "ログアウトする",
    auth: "session",
    doors: ["exchange"],
    answer: { status: 204 },
    errors: [],
  }),
};
