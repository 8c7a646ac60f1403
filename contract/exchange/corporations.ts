import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";
import { Licence, LicenceYear } from "./licences.ts";

/** 法人番号: thirteen digits, the first of which is a check digit. */
const CorporationNumber = Type.String({ pattern: "^[1-9][0-9]{12}$", description: "法人番号" });

export const CorporationName = Type.Object({ number: CorporationNumber, name: Type.String() });
export type CorporationName = Static<typeof CorporationName>;

/** A corporation's account (法人ユーザ, HJ…) after login. `passwordChangeRequired`: nothing but changing the password works. */
export const CorporationSession = Type.Object({
  token: Type.String(),
  expiresAt: S.Instant,
  corporation: CorporationName,
  passwordChangeRequired: Type.Boolean(),
});
export type CorporationSession = Static<typeof CorporationSession>;

/** `none`: no ID was issued to the office. `provisional`: it was, and the office has not logged in yet. */
const OfficeAccountState = Type.Union([
  Type.Literal("none"),
  Type.Literal("provisional"),
  Type.Literal("own"),
]);

/** What a corporation sees of one of its offices: whether and until when it may use the system, and what it costs. */
export const CorporationOffice = Type.Object({
  office: S.OfficeName,
  serviceTypes: Type.Array(S.ServiceType),
  account: OfficeAccountState,
  /** Null before the application. */
  licence: Type.Union([
    Type.Pick(Licence, [
      "state",
      "from",
      "until",
      "receivesUntil",
      "feeYen",
      "deductionMonth",
      "automaticRenewal",
    ]),
    Type.Null(),
  ]),
  /** The year after, where it is applied for already. */
  next: Type.Union([Type.Pick(LicenceYear, ["from", "feeYen", "deductionMonth"]), Type.Null()]),
  /** A new edition of the terms has to be accepted by the office before the next year; without it there is none. */
  termsWait: Type.Boolean(),
  /** The end of its latest certificate that was not revoked, which may have passed; null where it has none. */
  certificateUntil: Type.Union([S.Instant, Type.Null()]),
});
export type CorporationOffice = Static<typeof CorporationOffice>;

/** What is deducted in a month for a corporation's offices together. Where there is no fee nothing is deducted. */
export const Deduction = Type.Object({
  month: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}$" }),
  offices: Type.Integer({ minimum: 1 }),
  feeYen: Type.Integer({ minimum: 1, description: "税込、円" }),
});
export type Deduction = Static<typeof Deduction>;

/** All that a corporation sees. `deductions`: of the year before and of the months to come, the earliest first. */
export const CorporationOverview = Type.Object({
  corporation: CorporationName,
  offices: Type.Array(CorporationOffice),
  deductions: Type.Array(Deduction),
});
export type CorporationOverview = Static<typeof CorporationOverview>;

export const corporationRoutes = {
  logInCorporation: defineRoute({
    method: "POST",
    path: "/v1/corporation-sessions",
    subject: "corporations",
    summary: "法人ユーザでログインする (法人の事業所の利用状況を見るため)",
    auth: "nobody",
    doors: ["web"],
    body: {
      json: Type.Object(
        { corporationId: Type.String({ minLength: 1, maxLength: 20 }), password: S.Password },
        { additionalProperties: false },
      ),
    },
    answer: { status: 201, json: CorporationSession },
    errors: [
      "request-invalid",
      "login-wrong",
      "login-locked",
      "password-provisional-expired",
      "too-many-requests",
    ],
  }),
  changeCorporationPassword: defineRoute({
    method: "POST",
    path: "/v1/corporation-password",
    subject: "corporations",
    summary: "法人ユーザのパスワードを変更する。他のログインはすべて終わる",
    auth: "corporation",
    doors: ["web"],
    body: {
      json: Type.Object(
        { currentPassword: S.Password, newPassword: S.NewPassword },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: CorporationSession },
    errors: ["request-invalid", "login-wrong", "login-locked", "password-too-weak"],
  }),
  logOutCorporation: defineRoute({
    method: "DELETE",
    path: "/v1/corporation-sessions/current",
    subject: "corporations",
    summary: "法人ユーザのログインを終える",
    auth: "corporation",
    doors: ["web"],
    answer: { status: 204 },
    errors: [],
  }),
  corporationOffices: defineRoute({
    method: "GET",
    path: "/v1/corporation/offices",
    subject: "corporations",
    summary: "法人の事業所の利用状況と、月ごとに差し引かれる利用料を見る",
    auth: "corporation",
    doors: ["web"],
    answer: { status: 200, json: CorporationOverview },
    errors: ["password-change-required"],
  }),
};
