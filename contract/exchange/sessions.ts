import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

const SessionId = Type.String({
  pattern: "^(portal|desk)-[0-9]{1,15}$",
  description: "ログインの番号",
});

/** A login that is open: of the office account at the portal, or of a person at a desk. */
export const OpenSession = Type.Object({
  sessionId: SessionId,
  /** Who logged in, at a desk; null at the portal. */
  person: Type.Union([Type.Object({ personId: S.PersonId, name: S.PersonName }), Type.Null()]),
  /** Null where it was opened before this was noted. */
  openedAt: Type.Union([S.Instant, Type.Null()]),
  expiresAt: S.Instant,
  /** The one that asks. */
  current: Type.Boolean(),
});
export type OpenSession = Static<typeof OpenSession>;

export const sessionRoutes = {
  listSessions: defineRoute({
    method: "GET",
    path: "/v1/office-account/sessions",
    subject: "accounts",
    summary: "事業所の開いているログインを見る",
    auth: "office",
    doors: ["exchange", "web"],
    answer: { status: 200, json: Type.Object({ sessions: Type.Array(OpenSession) }) },
    errors: ["password-change-required"],
  }),
  endSession: defineRoute({
    method: "DELETE",
    path: "/v1/office-account/sessions/{sessionId}",
    subject: "accounts",
    summary: "ログインを1つ終わらせる。開いている接続も直ちに終わる",
    auth: "office",
    doors: ["exchange", "web"],
    params: Type.Object({ sessionId: SessionId }),
    answer: { status: 204 },
    errors: ["request-invalid", "not-found", "password-change-required"],
  }),
};
