import type { Static } from "typebox";
import * as Type from "typebox";

/** 事業所番号: ten digits or capital letters. */
export const OfficeNumber = Type.String({
  pattern: "^[0-9A-Z]{10}$",
  description: "事業所番号 (10文字の半角英大文字・数字)",
});

/** ID of an office account (事業所ユーザID): KJ, prefecture (2 digits), office number. */
export const OfficeId = Type.String({
  pattern: "^KJ[0-9]{2}[0-9A-Z]{10}$",
  description: "事業所ユーザID (KJから始まる14文字)",
});

/** ID of a person (個人ユーザID): c and nine digits. */
export const PersonId = Type.String({
  pattern: "^c[0-9]{9}$",
  description: "個人ユーザID (cから始まる10文字)",
});

/** ID of a message: UUID, version 7 (RFC 9562). It also is the idempotency key of sending. */
export const MessageId = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
  description: "UUIDv7",
});

/** A point of time, RFC 3339 in UTC with milliseconds. */
export const Instant = Type.String({
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
  description: "UTC, RFC 3339",
});

/** A calendar day in Asia/Tokyo. */
export const Day = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });

/** SHA-256, lower-case hex. */
export const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Bytes in JSON: base64 (RFC 4648 section 4). */
export const Base64 = Type.String({ pattern: "^[A-Za-z0-9+/]*={0,2}$" });

/** PEM text (RFC 7468). */
export const Pem = Type.String({ maxLength: 20_000, pattern: "^-----BEGIN [A-Z ]+-----" });

/** Serial number of a certificate, lower-case hex. */
export const CertificateSerial = Type.String({ pattern: "^[0-9a-f]{2,40}$" });

/** Two-digit service type (サービス種類), 43 is 居宅介護支援. */
export const ServiceType = Type.String({ pattern: "^[0-9A-Z]{2}$" });

/** A password as typed. Rules for new ones: `NewPassword`. */
export const Password = Type.String({ minLength: 1, maxLength: 128 });

/** A new password: 8 to 128 characters; the centre refuses weak ones (`password-too-weak`). */
export const NewPassword = Type.String({
  minLength: 1,
  maxLength: 128,
  description: "8文字以上、英字と数字を含む",
});

export const Email = Type.String({
  maxLength: 200,
  pattern: "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$",
  description: "メールアドレス",
});

/** Of a mail: 256 random bits. It stands in the part of the page's address that is not sent. */
export const LinkToken = Type.String({ minLength: 1, maxLength: 200 });

/** What a page shows of itself that the link of a mail led to. */
export const ShownLink = Type.Object({ token: LinkToken }, { additionalProperties: false });

/** The password that is chosen with the link of a mail. */
export const LinkWithPassword = Type.Object(
  { token: LinkToken, newPassword: NewPassword },
  { additionalProperties: false },
);

/** A person's name in two parts, as the forms ask for it. */
export const PersonName = Type.Object(
  {
    familyName: Type.String({ minLength: 1, maxLength: 40, description: "姓" }),
    givenName: Type.String({ minLength: 1, maxLength: 40, description: "名" }),
  },
  { additionalProperties: false },
);
export type PersonName = Static<typeof PersonName>;

/** 一般 sends and receives; 管理者 besides keeps the persons of the office. */
export const Role = Type.Union([Type.Literal("administrator"), Type.Literal("member")]);
export type Role = Static<typeof Role>;

/** An office as others name it. */
export const OfficeName = Type.Object({
  number: OfficeNumber,
  name: Type.String(),
});
export type OfficeName = Static<typeof OfficeName>;
