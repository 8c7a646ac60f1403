import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** What an inquiry is about. */
export const InquirySubject = Type.Union([
  Type.Literal("start"),
  Type.Literal("application"),
  Type.Literal("certificate"),
  Type.Literal("sending"),
  Type.Literal("software"),
  Type.Literal("other"),
]);
export type InquirySubject = Static<typeof InquirySubject>;

/** The same in words. */
export const inquirySubjects: Readonly<Record<InquirySubject, string>> = {
  start: "はじめかた・準備",
  application: "利用申請・ライセンス",
  certificate: "IDと電子証明書",
  sending: "送信・受信",
  software: "介護ソフトとの取り込み・書き出し",
  other: "そのほか",
};

/** Given when an inquiry is received: the day and a number. */
export const InquiryNumber = Type.String({
  pattern: "^Q[0-9]{8}-[0-9]{6}$",
  description: "受付番号",
});

const Text = Type.String({ minLength: 1, maxLength: 4000 });

/** お問い合わせ */
export const NewInquiry = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, description: "お名前" }),
    organisation: Type.Optional(Type.String({ maxLength: 100, description: "事業所名など" })),
    officeNumber: Type.Optional(S.OfficeNumber),
    email: S.Email,
    emailAgain: S.Email,
    subject: InquirySubject,
    text: Text,
  },
  { additionalProperties: false },
);
export type NewInquiry = Static<typeof NewInquiry>;

/** An inquiry as its asker sees it; answered once there is an answer. */
export const Inquiry = Type.Object({
  number: InquiryNumber,
  at: S.Instant,
  subject: InquirySubject,
  text: Type.String(),
  answers: Type.Array(Type.Object({ at: S.Instant, text: Type.String() })),
});
export type Inquiry = Static<typeof Inquiry>;

export const inquiryRoutes = {
  inquire: defineRoute({
    method: "POST",
    path: "/v1/inquiries",
    subject: "inquiries",
    summary: "問い合わせる。受付番号が返り、メールでも届く",
    auth: "nobody",
    doors: ["web"],
    rate: "form",
    body: { json: NewInquiry },
    answer: { status: 201, json: Type.Object({ number: InquiryNumber, at: S.Instant }) },
    errors: ["request-invalid", "email-mismatch", "inquiries-too-many"],
  }),
  inquiry: defineRoute({
    method: "POST",
    path: "/v1/inquiry-views",
    subject: "inquiries",
    summary: "問い合わせの状態と回答を、受付番号とメールアドレスで見る",
    auth: "nobody",
    doors: ["web"],
    rate: "form",
    body: {
      json: Type.Object({ number: InquiryNumber, email: S.Email }, { additionalProperties: false }),
    },
    answer: { status: 200, json: Inquiry },
    errors: ["request-invalid", "inquiry-unknown"],
  }),
};
