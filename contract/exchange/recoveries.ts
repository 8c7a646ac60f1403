import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";
import { OfficeSession } from "./accounts.ts";

/** What a link of a mail shows. */
export const RecoveryLink = Type.Object({
  officeId: S.OfficeId,
  office: S.OfficeName,
  expiresAt: S.Instant,
});
export type RecoveryLink = Static<typeof RecoveryLink>;

/** After the link: the office has its new password. */
export const Recovered = Type.Object({
  /** Null where the office has a second factor: then it logs in, with a code. */
  session: Type.Union([OfficeSession, Type.Null()]),
  /** 証明書発行用パスワード, shown this once; null where the office has one from its letter. */
  issuePassword: Type.Union([Type.String(), Type.Null()]),
});
export type Recovered = Static<typeof Recovered>;

export const recoveryRoutes = {
  askRecovery: defineRoute({
    method: "POST",
    path: "/v1/office-recoveries",
    subject: "accounts",
    summary:
      "IDやパスワードが分からないときに申し込む。登録されたメールアドレスがあればリンクを送り、なければ通知書を郵送する。事業所があってもなくても、答えは同じ",
    auth: "nobody",
    doors: ["web"],
    body: {
      json: Type.Object(
        {
          office: Type.String({
            minLength: 1,
            maxLength: 40,
            description: "事業所番号、または事業所ユーザID",
          }),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 204 },
    rate: "form",
    errors: ["request-invalid", "agent-id-refused", "too-many-requests"],
  }),
  openRecovery: defineRoute({
    method: "POST",
    path: "/v1/office-recoveries/open",
    subject: "accounts",
    summary: "メールのリンクを開き、事業所ユーザIDを見る",
    auth: "nobody",
    doors: ["web"],
    body: { json: S.ShownLink },
    answer: { status: 200, json: RecoveryLink },
    rate: "form",
    errors: ["request-invalid", "recovery-link-ended", "too-many-requests"],
  }),
  recoverOffice: defineRoute({
    method: "POST",
    path: "/v1/office-recoveries/complete",
    subject: "accounts",
    summary:
      "メールのリンクで新しいパスワードを決める。リンクは1度だけ使え、ほかのログインはすべて終わる",
    auth: "nobody",
    doors: ["web"],
    body: { json: S.LinkWithPassword },
    answer: { status: 201, json: Recovered },
    rate: "form",
    errors: ["request-invalid", "recovery-link-ended", "password-too-weak", "too-many-requests"],
  }),
};
