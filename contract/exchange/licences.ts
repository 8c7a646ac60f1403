import Type, { type Static } from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** The terms of use (利用規約), in one edition. */
export const Terms = Type.Object({
  edition: Type.String(),
  inForceSince: S.Day,
  sections: Type.Array(
    Type.Object({ heading: Type.String(), paragraphs: Type.Array(Type.String()) }),
  ),
});
export type Terms = Static<typeof Terms>;

/** So many days after the end of a licence what is there can still be received. Nothing is sent meanwhile. */
export const receivingDays = 30;

/** `receiving`: it has ended, what is there can be received until `receivesUntil`. `ended`: that is over too. */
const LicenceState = Type.Union([
  Type.Literal("active"),
  Type.Literal("receiving"),
  Type.Literal("ended"),
]);

/**
 * A licence (ライセンス) of an office number. Days are those of Asia/Tokyo; `until` and `receivesUntil` are included. One
 * that renews itself goes on past them.
 */
export const Licence = Type.Object({
  applicationNumber: Type.String(),
  state: LicenceState,
  appliedAt: S.Instant,
  from: S.Day,
  until: S.Day,
  receivesUntil: S.Day,
  feeYen: Type.Integer({ minimum: 0, description: "税込、円" }),
  deductionMonth: Type.String({
    pattern: "^[0-9]{4}-[0-9]{2}$",
    description: "差し引かれる月の見込み",
  }),
  automaticRenewal: Type.Boolean(),
  termsEdition: Type.String(),
});
export type Licence = Static<typeof Licence>;

/** What a desk has to know of its office's licence; `null` before the application. */
export const LicenceStanding = Type.Union([
  Type.Pick(Licence, ["state", "until", "receivesUntil"]),
  Type.Null(),
]);
export type LicenceStanding = Static<typeof LicenceStanding>;

/** 利用申請: what the form asks for. */
export const Application = Type.Object(
  {
    representative: S.PersonName,
    contact: S.PersonName,
    telephone: Type.String({ pattern: "^0[0-9]{9,10}$", description: "電話番号 (ハイフンなし)" }),
    email: Type.String({
      maxLength: 254,
      pattern: "^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$",
      description: "メールアドレス",
    }),
    emailAgain: Type.String({ maxLength: 254, description: "メールアドレス (確認用)" }),
    termsEdition: Type.String({ minLength: 1, maxLength: 20 }),
  },
  { additionalProperties: false },
);
export type Application = Static<typeof Application>;

export const licenceRoutes = {
  terms: defineRoute({
    method: "GET",
    path: "/v1/terms",
    subject: "licences",
    summary: "いま有効な利用規約を読む",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Terms },
    errors: [],
  }),
  licence: defineRoute({
    method: "GET",
    path: "/v1/licence",
    subject: "licences",
    summary: "事業所のライセンスの状態を見る。申請前は null",
    auth: "office",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Object({ licence: Type.Union([Licence, Type.Null()]) }) },
    errors: ["password-change-required"],
  }),
  licenceStanding: defineRoute({
    method: "GET",
    path: "/v1/licence/standing",
    subject: "licences",
    summary: "送信と受信ができるかを、端末から確かめる。申請前は null",
    auth: "session",
    doors: ["exchange"],
    answer: { status: 200, json: Type.Object({ standing: LicenceStanding }) },
    errors: [],
  }),
  apply: defineRoute({
    method: "POST",
    path: "/v1/applications",
    subject: "licences",
    summary: "利用申請をする。申請後の取消はできない",
    auth: "office",
    doors: ["exchange", "web"],
    body: { json: Application },
    answer: { status: 201, json: Licence },
    errors: [
      "request-invalid",
      "password-change-required",
      "terms-outdated",
      "email-mismatch",
      "licence-exists",
    ],
  }),
};
