import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

const Prefecture = Type.String({ pattern: "^[0-9]{2}$", description: "都道府県番号" });
const Count = Type.Integer({ minimum: 0 });

/** How many offices have joined: those with a licence ライセンス in force. An office with two services is one office. */
export const MemberCounts = Type.Object({
  /** When they were counted. */
  at: S.Instant,
  offices: Count,
  prefectures: Type.Array(Type.Object({ prefecture: Prefecture, offices: Count })),
  serviceTypes: Type.Array(Type.Object({ serviceType: S.ServiceType, offices: Count })),
  /** By both. */
  cells: Type.Array(
    Type.Object({ prefecture: Prefecture, serviceType: S.ServiceType, offices: Count }),
  ),
});
export type MemberCounts = Static<typeof MemberCounts>;

/** An office that has joined and lets its name be shown. */
export const Member = Type.Object({
  number: S.OfficeNumber,
  name: Type.String(),
  prefecture: Prefecture,
  serviceTypes: Type.Array(S.ServiceType),
});
export type Member = Static<typeof Member>;

/** Whether an office's name is shown among the members. It counts in any case. */
export const Listing = Type.Object({ named: Type.Boolean() }, { additionalProperties: false });
export type Listing = Static<typeof Listing>;

export const memberRoutes = {
  memberCounts: defineRoute({
    method: "GET",
    path: "/v1/members",
    subject: "members",
    summary: "利用している事業所の数 (都道府県とサービス種類ごと)",
    auth: "nobody",
    doors: ["web"],
    answer: { status: 200, json: MemberCounts },
    errors: [],
  }),
  members: defineRoute({
    method: "GET",
    path: "/v1/members/offices",
    subject: "members",
    summary: "利用している事業所 (名前を載せないことにした事業所を除く)",
    auth: "nobody",
    doors: ["web"],
    query: Type.Object({
      prefecture: Type.Optional(Prefecture),
      serviceType: Type.Optional(S.ServiceType),
      search: Type.Optional(
        Type.String({ minLength: 1, maxLength: 60, description: "番号の先頭、または名前の一部" }),
      ),
      after: Type.Optional(S.OfficeNumber),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    answer: {
      status: 200,
      json: Type.Object({ offices: Type.Array(Member), more: Type.Boolean() }),
    },
    errors: ["request-invalid", "too-many-requests"],
  }),
  listing: defineRoute({
    method: "GET",
    path: "/v1/listing",
    subject: "members",
    summary: "参加事業所の一覧に、この事業所の名前を載せているか",
    auth: "office",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Listing },
    errors: ["password-change-required"],
  }),
  chooseListing: defineRoute({
    method: "PUT",
    path: "/v1/listing",
    subject: "members",
    summary: "参加事業所の一覧に、この事業所の名前を載せるかを決める",
    auth: "office",
    doors: ["exchange", "web"],
    body: { json: Listing },
    answer: { status: 200, json: Listing },
    errors: ["request-invalid", "password-change-required"],
  }),
};
