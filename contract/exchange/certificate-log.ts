import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

const Count = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 });

/** Hashes that lead from what is proved to the hash of the whole (RFC 9162 section 2.1). */
const Proof = Type.Array(S.Sha256, { maxItems: 64 });

/** The log at a time. `signed` is the centre's SignedData around the same (tsunagi-log/1). */
export const SignedLogHead = Type.Object({
  size: Count,
  rootHash: S.Sha256,
  at: S.Instant,
  signed: S.Base64,
});
export type SignedLogHead = Static<typeof SignedLogHead>;

export const certificateLogRoutes = {
  logHead: defineRoute({
    method: "GET",
    path: "/v1/log/head",
    subject: "certificate-log",
    summary: "電子証明書の公開記録の、いまの姿 (署名つき)",
    auth: "nobody",
    doors: ["exchange", "web"],
    answer: { status: 200, json: SignedLogHead },
    errors: [],
  }),
  logConsistency: defineRoute({
    method: "GET",
    path: "/v1/log/consistency",
    subject: "certificate-log",
    summary: "公開記録が増えただけで、書き換えられていないことの証明",
    auth: "nobody",
    doors: ["exchange", "web"],
    query: Type.Object({ older: Count, newer: Count }),
    answer: { status: 200, json: Type.Object({ proof: Proof }) },
    errors: ["request-invalid"],
  }),
  logInclusion: defineRoute({
    method: "GET",
    path: "/v1/log/inclusion",
    subject: "certificate-log",
    summary: "電子証明書が公開記録にあることの証明",
    auth: "nobody",
    doors: ["exchange", "web"],
    query: Type.Object({ fingerprint: S.Sha256, size: Count }),
    answer: { status: 200, json: Type.Object({ index: Count, proof: Proof }) },
    errors: ["request-invalid", "not-found"],
  }),
  logEntries: defineRoute({
    method: "GET",
    path: "/v1/log/entries",
    subject: "certificate-log",
    summary: "公開記録の中身を、古いものから",
    auth: "nobody",
    doors: ["exchange", "web"],
    query: Type.Object({
      from: Count,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    }),
    answer: {
      status: 200,
      json: Type.Object({ entries: Type.Array(Type.String({ maxLength: 400 })) }),
    },
    errors: ["request-invalid"],
  }),
};
