import type { Static } from "typebox";
import * as Type from "typebox";
import { LicenceStanding } from "../exchange/licences.ts";
import * as S from "../schemas.ts";
import { defineDeskRoute } from "./route.ts";

const PersonView = Type.Object({ personId: S.PersonId, name: S.PersonName, role: S.Role });

const StrangeCertificate = Type.Object({
  serial: S.CertificateSerial,
  notBefore: S.Instant,
  notAfter: S.Instant,
});

const AwaitedApplication = Type.Object({
  office: S.OfficeName,
  askedAt: S.Instant,
  refusal: Type.Union([Type.Object({ reason: Type.String(), at: S.Instant }), Type.Null()]),
});

/** Where the desk stands; each page of it belongs to one phase. */
export const DeskState = Type.Union([
  Type.Object({
    phase: Type.Literal("not-enrolled"),
    centre: Type.String(),
    suggestedOfficeId: Type.Union([S.OfficeId, Type.Null()]),
    /** The certificate that was asked for here and waits for the operator's approval, or was refused. */
    awaited: Type.Union([AwaitedApplication, Type.Null()]),
  }),
  Type.Object({
    phase: Type.Literal("person-login"),
    centre: Type.String(),
    office: S.OfficeName,
    /** The last login was ended here, by its person: not by the centre, nor by its age. */
    loggedOut: Type.Boolean(),
  }),
  Type.Object({
    phase: Type.Literal("office-login"),
    centre: Type.String(),
    office: S.OfficeName,
    person: PersonView,
  }),
  Type.Object({
    phase: Type.Literal("ready"),
    centre: Type.String(),
    office: S.OfficeName,
    person: PersonView,
    /** Whether the centre answered last time it was asked. */
    online: Type.Boolean(),
    /** As of the last time the centre was asked; absent before the first. */
    licence: Type.Optional(LicenceStanding),
    certificateUntil: S.Instant,
    certificateLog: Type.Object({
      /** Why nothing is sent, where the last check of 公開記録 found it out of order. */
      trouble: Type.Union([Type.Object({ message: Type.String() }), Type.Null()]),
      /** Certificates of this office that nobody asked for on this machine, nor said to know. */
      strange: Type.Array(StrangeCertificate),
    }),
  }),
]);
export type DeskState = Static<typeof DeskState>;

export const setupRoutes = {
  start: defineDeskRoute({
    method: "POST",
    path: "/api/start",
    subject: "setup",
    summary: "起動時の一度きりの合言葉を、この画面のしるし (cookie) に替える",
    body: {
      json: Type.Object(
        { startToken: Type.String({ minLength: 1, maxLength: 200 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 204 },
    errors: ["start-refused"],
  }),
  state: defineDeskRoute({
    method: "GET",
    path: "/api/state",
    subject: "setup",
    summary: "いまの状態",
    answer: { status: 200, json: DeskState },
    errors: [],
  }),
  enrol: defineDeskRoute({
    method: "POST",
    path: "/api/enrolment",
    subject: "setup",
    summary: "初期設定: 鍵を作り、電子証明書を申請して入れる",
    body: {
      json: Type.Object(
        {
          officeId: Type.String({ minLength: 1, maxLength: 20 }),
          password: S.Password,
          /** Needed when `password` is the provisional one. */
          newPassword: Type.Optional(S.NewPassword),
          issuePassword: S.Password,
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: DeskState },
    errors: ["already-enrolled", "unreachable", "request-invalid"],
  }),
  collectCertificate: defineDeskRoute({
    method: "POST",
    path: "/api/enrolment/certificate",
    subject: "setup",
    summary:
      "承認を待っている電子証明書が発行されたかを、今すぐたずねる。ふだんは1分ごとに自分でたずねる",
    answer: { status: 200, json: DeskState },
    errors: ["unreachable"],
  }),
  logInPerson: defineDeskRoute({
    method: "POST",
    path: "/api/login/person",
    subject: "setup",
    summary: "ログイン 1段階目: 個人ユーザ。仮パスワードのときは newPassword も送る",
    body: {
      json: Type.Object(
        {
          personId: Type.String({ minLength: 1, maxLength: 20 }),
          password: S.Password,
          newPassword: Type.Optional(S.NewPassword),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: DeskState },
    errors: ["not-enrolled", "unreachable", "request-invalid"],
  }),
  logInOffice: defineDeskRoute({
    method: "POST",
    path: "/api/login/office",
    subject: "setup",
    summary: "ログイン 2段階目: 事業所ユーザ",
    body: {
      json: Type.Object(
        { officeId: Type.String({ minLength: 1, maxLength: 20 }), password: S.Password },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: DeskState },
    errors: ["not-enrolled", "login-needed", "unreachable", "request-invalid"],
  }),
  logOut: defineDeskRoute({
    method: "POST",
    path: "/api/logout",
    subject: "setup",
    summary: "ログアウトする",
    answer: { status: 200, json: DeskState },
    errors: [],
  }),
  renewCertificate: defineDeskRoute({
    method: "POST",
    path: "/api/certificate/renewal",
    subject: "setup",
    summary: "電子証明書を今すぐ更新する。期限の90日前からは、ログインのたびに自動でも行う",
    answer: { status: 200, json: DeskState },
    errors: ["not-enrolled", "login-needed", "unreachable"],
  }),
  acknowledgeCertificate: defineDeskRoute({
    method: "PUT",
    path: "/api/certificates/{serial}/acknowledgement",
    subject: "setup",
    summary: "この端末で申請していない自事業所の電子証明書に、心当たりがあると記す",
    params: Type.Object({ serial: S.CertificateSerial }),
    answer: { status: 200, json: DeskState },
    errors: [],
  }),
};
