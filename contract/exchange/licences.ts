import type { Static } from "typebox";
import * as Type from "typebox";
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

/** A manual renewal can be made from so many days before the end. */
export const licenceRenewalDays = 60;

/** One year of a licence, past, under way or to come. */
export const LicenceYear = Type.Pick(Licence, [
  "applicationNumber",
  "appliedAt",
  "from",
  "until",
  "feeYen",
  "deductionMonth",
  "termsEdition",
]);
export type LicenceYear = Static<typeof LicenceYear>;

/** The year after the one under way. */
export const Renewal = Type.Object({
  from: S.Day,
  /** As fees are known now for the day that sets it; as it was set where it is `done`. */
  feeYen: Type.Integer({ minimum: 0 }),
  /** From this day on it can be renewed by hand. */
  opensOn: S.Day,
  /** The edition that has to be accepted first; without it there is no renewal, an automatic one neither. */
  termsToAccept: Type.Union([Type.String(), Type.Null()]),
  done: Type.Boolean(),
});
export type Renewal = Static<typeof Renewal>;

/** All that an office sees of its licence. `history`: every year, the latest first. `renewal`: while it is in force. */
export const LicenceOverview = Type.Object({
  licence: Type.Union([Licence, Type.Null()]),
  renewal: Type.Union([Renewal, Type.Null()]),
  history: Type.Array(LicenceYear),
});
export type LicenceOverview = Static<typeof LicenceOverview>;

const TermsEdition = Type.String({ minLength: 1, maxLength: 20 });

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
    termsEdition: TermsEdition,
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
  termsEdition: defineRoute({
    method: "GET",
    path: "/v1/terms/{edition}",
    subject: "licences",
    summary: "利用規約の1つの版を読む。これから有効になる版も読める",
    auth: "nobody",
    doors: ["exchange", "web"],
    params: Type.Object({ edition: TermsEdition }),
    answer: { status: 200, json: Terms },
    errors: ["request-invalid", "not-found"],
  }),
  acceptTerms: defineRoute({
    method: "POST",
    path: "/v1/terms/acceptances",
    subject: "licences",
    summary: "更新の前に、新しい版の利用規約に同意する",
    auth: "office",
    doors: ["web"],
    body: { json: Type.Object({ edition: TermsEdition }, { additionalProperties: false }) },
    answer: { status: 200, json: LicenceOverview },
    errors: ["request-invalid", "password-change-required", "terms-outdated"],
  }),
  licence: defineRoute({
    method: "GET",
    path: "/v1/licence",
    subject: "licences",
    summary: "事業所のライセンスの状態を見る。申請前は null",
    auth: "office",
    doors: ["exchange", "web"],
    answer: { status: 200, json: LicenceOverview },
    errors: ["password-change-required"],
  }),
  chooseRenewal: defineRoute({
    method: "PUT",
    path: "/v1/licence/automatic-renewal",
    subject: "licences",
    summary: "利用期間が終わるときに自動で更新するかを選ぶ",
    auth: "office",
    doors: ["web"],
    body: { json: Type.Object({ automatic: Type.Boolean() }, { additionalProperties: false }) },
    answer: { status: 200, json: LicenceOverview },
    errors: ["request-invalid", "password-change-required", "licence-missing"],
  }),
  renewLicence: defineRoute({
    method: "POST",
    path: "/v1/licence/renewals",
    subject: "licences",
    summary: "次の1年を申し込む。終わる60日前からでき、取消はできない",
    auth: "office",
    doors: ["web"],
    body: { json: Type.Object({ termsEdition: TermsEdition }, { additionalProperties: false }) },
    answer: { status: 201, json: LicenceOverview },
    errors: [
      "request-invalid",
      "password-change-required",
      "licence-missing",
      "licence-renewal-closed",
      "licence-exists",
      "terms-outdated",
    ],
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
