import type { Static } from "typebox";
import * as Type from "typebox";
import * as S from "../schemas.ts";
import { defineDeskRoute } from "./route.ts";

/** What is entered at the desk: results 実績 of a service office, or a plan of use 予定 of a care manager. */
export const DraftKind = Type.Union([Type.Literal("results"), Type.Literal("plan")]);
export type DraftKind = Static<typeof DraftKind>;

/**
 * Which draft: there is one of a care user, on a route, in a month. The page decides what a route is: it holds the
 * drafts that are sent together. It and the care user never stand in an address, for they name persons.
 */
export const DraftKey = Type.Object({
  kind: DraftKind,
  month: Type.String({ pattern: "^[0-9]{6}$", description: "対象年月 YYYYMM" }),
  route: Type.String({ pattern: "^[0-9A-Z_]{0,60}$" }),
  careUser: Type.String({ pattern: "^[0-9A-Z_]{1,40}$" }),
});
export type DraftKey = Static<typeof DraftKey>;

/** What a draft says; the page alone knows its shape. */
const Content = Type.Unknown();

/** A draft 下書き. `revision` counts its changes from 1; `sentRevision` is the one that was sent last. */
export const Draft = Type.Object({
  ...DraftKey.properties,
  content: Content,
  revision: Type.Integer({ minimum: 1 }),
  savedAt: S.Instant,
  sentRevision: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  /** What it said when it was sent last; null before that. */
  sentContent: Content,
});
export type Draft = Static<typeof Draft>;

/** A message that was made of drafts. */
export const DraftSending = Type.Object({
  messageId: S.MessageId,
  month: DraftKey.properties.month,
  route: DraftKey.properties.route,
});
export type DraftSending = Static<typeof DraftSending>;

const Revised = Type.Object(
  { ...DraftKey.properties, revision: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

/** Drafts of a month of many care users. */
const mostBytes = 16 * 1024 * 1024;

export const draftRoutes = {
  drafts: defineDeskRoute({
    method: "GET",
    path: "/api/drafts",
    subject: "drafts",
    summary: "下書きと、それから送ったもの",
    query: Type.Object({ kind: DraftKind, month: Type.Optional(DraftKey.properties.month) }),
    answer: {
      status: 200,
      json: Type.Object({ drafts: Type.Array(Draft), sendings: Type.Array(DraftSending) }),
    },
    errors: [],
  }),
  saveDrafts: defineDeskRoute({
    method: "PUT",
    path: "/api/drafts",
    subject: "drafts",
    summary:
      "下書きを保存する。すべて保存されるか、一つもされないか。答えが返ったときにはディスクにある",
    body: {
      mostBytes,
      json: Type.Object(
        {
          drafts: Type.Array(
            Type.Object(
              {
                ...DraftKey.properties,
                content: Content,
                /** The revision that was changed; 0 for a new draft. */
                revision: Type.Integer({ minimum: 0 }),
              },
              { additionalProperties: false },
            ),
            { minItems: 1, maxItems: 1000 },
          ),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: Type.Object({ drafts: Type.Array(Draft) }) },
    errors: ["draft-changed", "store-full", "request-invalid"],
  }),
  removeDrafts: defineDeskRoute({
    method: "POST",
    path: "/api/drafts/remove",
    subject: "drafts",
    summary: "下書きを捨てる",
    body: {
      json: Type.Object(
        { drafts: Type.Array(Revised, { minItems: 1, maxItems: 1000 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 204 },
    errors: ["draft-changed", "request-invalid"],
  }),
  sendDrafts: defineDeskRoute({
    method: "POST",
    path: "/api/drafts/send",
    subject: "drafts",
    summary:
      "下書きから作ったファイルを送信箱へ入れて送り、下書きを送信済みにする。すべてか、一つもしないか",
    body: {
      mostBytes,
      json: Type.Object(
        {
          drafts: Type.Array(Revised, { minItems: 1, maxItems: 1000 }),
          files: Type.Array(
            Type.Object(
              { name: Type.String({ minLength: 1, maxLength: 255 }), bytes: S.Base64 },
              { additionalProperties: false },
            ),
            { minItems: 1, maxItems: 1000 },
          ),
        },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: Type.Object({ messageIds: Type.Array(S.MessageId) }) },
    errors: [
      "not-enrolled",
      "login-needed",
      "draft-changed",
      "draft-not-sendable",
      "sender-not-this-office",
      "store-full",
      "request-invalid",
    ],
  }),
};
