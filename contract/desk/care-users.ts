import type { Static } from "typebox";
import * as Type from "typebox";
import { defineDeskRoute } from "./route.ts";

const Day = Type.String({ pattern: "^[0-9]{8}$", description: "YYYYMMDD" });
/** 要介護状態区分, by the codes of the standard. */
const CareLevel = Type.Union([
  Type.Literal("06"),
  Type.Literal("12"),
  Type.Literal("13"),
  Type.Literal("21"),
  Type.Literal("22"),
  Type.Literal("23"),
  Type.Literal("24"),
  Type.Literal("25"),
]);
const text = Type.String({ maxLength: 200 });

/** Who a care user is, as the supplement 利用者補足情報 of the standard says it, and what the insurance pays. */
export const CareUserView = Type.Object(
  {
    insurerNumber: Type.String({ pattern: "^[0-9]{6}$" }),
    insuredNumber: Type.String({ pattern: "^[0-9H][0-9]{9}$" }),
    nameKana: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    sex: Type.Optional(Type.Union([Type.Literal("1"), Type.Literal("2")])),
    birthDate: Type.Optional(Day),
    postalCode: Type.Optional(text),
    address1: Type.Optional(text),
    address2: Type.Optional(text),
    phone: Type.Optional(text),
    certifiedOn: Type.Optional(Day),
    limitFrom: Type.Optional(Day),
    limitTo: Type.Optional(Day),
    certificationStatus: Type.Optional(Type.Union([Type.Literal("1"), Type.Literal("2")])),
    careLevelChangedOn: Type.Optional(Day),
    careLevel: Type.Optional(CareLevel),
    previousCareLevel: Type.Optional(CareLevel),
    /** 区分支給限度基準額, units a month. */
    limitUnits: Type.Integer({ minimum: 0, maximum: 9_999_999 }),
    /** 給付率, in percent. */
    benefitRate: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
);
export type CareUserView = Static<typeof CareUserView>;

const Id = Type.String({ minLength: 1, maxLength: 60 });

/** A care user of the office. `id` may stand in addresses, for it names nobody. */
export const KeptCareUser = Type.Object({
  id: Id,
  details: CareUserView,
  /** Counts the changes from 1. */
  revision: Type.Integer({ minimum: 1 }),
});
export type KeptCareUser = Static<typeof KeptCareUser>;

const list = Type.Object({ careUsers: Type.Array(KeptCareUser) });

export const careUserRoutes = {
  careUsers: defineDeskRoute({
    method: "GET",
    path: "/api/care-users",
    subject: "care-users",
    summary: "この事業所の利用者",
    answer: { status: 200, json: list },
    errors: [],
  }),
  addCareUsers: defineDeskRoute({
    method: "POST",
    path: "/api/care-users",
    subject: "care-users",
    summary: "利用者を加える。保険者番号と被保険者番号が同じ方は、新しい内容に替わる",
    body: {
      json: Type.Object(
        { careUsers: Type.Array(CareUserView, { minItems: 1, maxItems: 1000 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: list },
    errors: ["store-full", "request-invalid"],
  }),
  changeCareUser: defineDeskRoute({
    method: "PUT",
    path: "/api/care-users/{id}",
    subject: "care-users",
    summary: "利用者の情報を直す",
    params: Type.Object({ id: Id }),
    body: {
      json: Type.Object(
        { details: CareUserView, revision: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: KeptCareUser },
    errors: ["not-found", "care-user-changed", "care-user-twice", "store-full", "request-invalid"],
  }),
  removeCareUser: defineDeskRoute({
    method: "DELETE",
    path: "/api/care-users/{id}",
    subject: "care-users",
    summary: "利用者を一覧から除く。送った予定は残る",
    params: Type.Object({ id: Id }),
    answer: { status: 204 },
    errors: ["not-found"],
  }),
};
