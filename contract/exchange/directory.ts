import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/** An office in the directory. `canReceive`: it has a licence in force and a valid certificate. */
export const DirectoryEntry = Type.Object({
  number: S.OfficeNumber,
  name: Type.String(),
  serviceTypes: Type.Array(S.ServiceType),
  prefecture: Type.String({ pattern: "^[0-9]{2}$" }),
  licensed: Type.Boolean(),
  canReceive: Type.Boolean(),
});
export type DirectoryEntry = Static<typeof DirectoryEntry>;

export const directoryRoutes = {
  searchOffices: defineRoute({
    method: "GET",
    path: "/v1/offices",
    subject: "directory",
    summary: "事業所を番号または名前で探す",
    auth: "session",
    doors: ["exchange"],
    query: Type.Object({
      search: Type.String({
        minLength: 1,
        maxLength: 60,
        description: "番号の先頭、または名前の一部",
      }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    answer: { status: 200, json: Type.Object({ offices: Type.Array(DirectoryEntry) }) },
    errors: ["request-invalid"],
  }),
  office: defineRoute({
    method: "GET",
    path: "/v1/offices/{number}",
    subject: "directory",
    summary: "1つの事業所と、その有効な電子証明書 (封をするため)",
    auth: "session",
    doors: ["exchange"],
    params: Type.Object({ number: S.OfficeNumber }),
    answer: {
      status: 200,
      json: Type.Object({ office: DirectoryEntry, certificates: Type.Array(S.Pem) }),
    },
    errors: ["office-unknown"],
  }),
};
