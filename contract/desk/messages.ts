import type { Static } from "typebox";
import * as Type from "typebox";
import { Station } from "../exchange/mailbox.ts";
import * as S from "../schemas.ts";
import { defineDeskRoute } from "./route.ts";

/** A station as the desk shows it: those of the centre, and `made`: in the outbox, not accepted yet. */
export const DeskStation = Type.Union([Type.Literal("made"), Station]);
export type DeskStation = Static<typeof DeskStation>;

/** Why a message is held: the code, and the sentence for the person at the desk. */
export const Trouble = Type.Object({
  code: Type.String(),
  message: Type.String(),
  /** true: the client tries again by itself; false: somebody must act. */
  retrying: Type.Boolean(),
});
export type Trouble = Static<typeof Trouble>;

export const MessageFile = Type.Object({
  name: Type.String(),
  size: Type.Integer(),
  title: Type.String(),
  sha256: S.Sha256,
});

/** A message in 送信一覧 or 受信一覧. `partner` is the receiver of a sent one, the sender of a received one. */
export const DeskMessage = Type.Object({
  id: S.MessageId,
  box: Type.Union([Type.Literal("sent"), Type.Literal("received")]),
  title: Type.String(),
  month: Type.Union([Type.String({ pattern: "^[0-9]{6}$" }), Type.Null()]),
  partner: S.OfficeName,
  station: DeskStation,
  stations: Type.Array(Type.Object({ station: DeskStation, at: S.Instant })),
  files: Type.Array(MessageFile),
  trouble: Type.Union([Trouble, Type.Null()]),
  /** Received ones: whether somebody has looked at it at this desk. */
  read: Type.Boolean(),
  /** 受信一覧: a notice お知らせ about a sent message instead of data from a partner, who then is its receiver. */
  notice: Type.Union([Type.Object({ text: Type.String(), about: S.MessageId }), Type.Null()]),
});
export type DeskMessage = Static<typeof DeskMessage>;

/** One statement of the evidence, checked on this machine. */
export const EvidenceStatement = Type.Object({
  name: Type.String(),
  state: Type.Union([Type.Literal("proved"), Type.Literal("failed"), Type.Literal("absent")]),
  sentence: Type.String(),
});
export type EvidenceStatement = Static<typeof EvidenceStatement>;

/** How far the messages are that were put on their way together. */
export const SendProgress = Type.Object({
  /** All of them, but for those taken back. */
  messages: Type.Integer({ minimum: 0 }),
  /** Those that the centre has. */
  accepted: Type.Integer({ minimum: 0 }),
  /** Those that wait for somebody to act. */
  held: Type.Integer({ minimum: 0 }),
  /** Those that are on their way, or wait for the line or a login. */
  moving: Type.Integer({ minimum: 0 }),
  /** Of the files of all of them, before sealing. */
  bytes: Type.Integer({ minimum: 0 }),
  acceptedBytes: Type.Integer({ minimum: 0 }),
});
export type SendProgress = Static<typeof SendProgress>;

/** Of whom the forms are: of one care user, by the place among those of the files from 0; of all, where nothing is said. */
export const FormsQuery = Type.Object({
  user: Type.Optional(Type.String({ pattern: "^[0-9]{1,6}$" })),
});

const params = Type.Object({ id: S.MessageId });

export const messageRoutes = {
  listMessages: defineDeskRoute({
    method: "GET",
    path: "/api/messages",
    subject: "messages",
    summary: "受信一覧または送信一覧、新しいものから",
    query: Type.Object({ box: Type.Union([Type.Literal("sent"), Type.Literal("received")]) }),
    answer: { status: 200, json: Type.Object({ messages: Type.Array(DeskMessage) }) },
    errors: ["not-enrolled"],
  }),
  sending: defineDeskRoute({
    method: "GET",
    path: "/api/sending",
    subject: "messages",
    summary: "まとめて送っているデータが、どこまで進んだか",
    answer: { status: 200, json: SendProgress },
    errors: [],
  }),
  message: defineDeskRoute({
    method: "GET",
    path: "/api/messages/{id}",
    subject: "messages",
    summary: "1通",
    params,
    answer: { status: 200, json: DeskMessage },
    errors: ["not-found"],
  }),
  markRead: defineDeskRoute({
    method: "PUT",
    path: "/api/messages/{id}/read",
    subject: "messages",
    summary: "見たことを記す",
    params,
    answer: { status: 200, json: DeskMessage },
    errors: ["not-found"],
  }),
  fetchNow: defineDeskRoute({
    method: "POST",
    path: "/api/messages/fetch",
    subject: "messages",
    summary: "いま受信し、送信箱に残るものを送る",
    answer: {
      status: 200,
      json: Type.Object({ received: Type.Array(S.MessageId), sent: Type.Array(S.MessageId) }),
    },
    errors: ["not-enrolled", "login-needed", "unreachable"],
  }),
  cancel: defineDeskRoute({
    method: "POST",
    path: "/api/messages/{id}/cancel",
    subject: "messages",
    summary: "相手が受け取る前に取り消す",
    params,
    answer: { status: 200, json: DeskMessage },
    errors: ["not-found", "login-needed", "unreachable"],
  }),
  resend: defineDeskRoute({
    method: "POST",
    path: "/api/messages/{id}/resend",
    subject: "messages",
    summary: "止まっているもの、相手に届かなかったものを、もう一度送る",
    params,
    answer: { status: 200, json: DeskMessage },
    errors: ["not-found"],
  }),
  file: defineDeskRoute({
    method: "GET",
    path: "/api/messages/{id}/files/{name}",
    subject: "messages",
    summary: "中のファイルを保存する",
    params: Type.Object({ id: S.MessageId, name: Type.String({ minLength: 1, maxLength: 255 }) }),
    answer: { status: 200, bytes: "application/octet-stream" },
    errors: ["not-found"],
  }),
  allFiles: defineDeskRoute({
    method: "GET",
    path: "/api/messages/{id}/files",
    subject: "messages",
    summary: "中のファイルをまとめて保存する (ZIP)",
    params,
    answer: { status: 200, bytes: "application/zip" },
    errors: ["not-found"],
  }),
  messageForms: defineDeskRoute({
    method: "GET",
    path: "/api/messages/{id}/forms.pdf",
    subject: "messages",
    summary: "中の書類を、紙の帳票のかたちで保存する (PDF)",
    params,
    query: FormsQuery,
    answer: { status: 200, bytes: "application/pdf" },
    errors: ["not-found"],
  }),
  evidence: defineDeskRoute({
    method: "GET",
    path: "/api/messages/{id}/evidence",
    subject: "messages",
    summary: "送受信の証拠をこの端末で確かめる",
    params,
    answer: {
      status: 200,
      json: Type.Object({ proved: Type.Boolean(), statements: Type.Array(EvidenceStatement) }),
    },
    errors: ["not-found"],
  }),
  evidenceFiles: defineDeskRoute({
    method: "GET",
    path: "/api/messages/{id}/evidence.zip",
    subject: "messages",
    summary: "証拠一式と確かめ方 (ZIP)",
    params,
    answer: { status: 200, bytes: "application/zip" },
    errors: ["not-found"],
  }),
  searchPartners: defineDeskRoute({
    method: "GET",
    path: "/api/partners",
    subject: "messages",
    summary: "相手の事業所を番号か名前で探し、送れるかどうかを見る",
    query: Type.Object({ search: Type.String({ minLength: 1, maxLength: 60 }) }),
    answer: {
      status: 200,
      json: Type.Object({
        offices: Type.Array(
          Type.Object({
            number: S.OfficeNumber,
            name: Type.String(),
            serviceTypes: Type.Array(S.ServiceType),
            canReceive: Type.Boolean(),
          }),
        ),
      }),
    },
    errors: ["login-needed", "unreachable"],
  }),
  /** Says only what changed; the page asks again for what it shows. */
  events: defineDeskRoute({
    method: "GET",
    path: "/api/events",
    subject: "messages",
    summary: "変わったことの知らせ (server-sent events)",
    answer: {
      status: 200,
      events: {
        changed: Type.Object({
          what: Type.Union([
            Type.Literal("state"),
            Type.Literal("tray"),
            Type.Literal("sent"),
            Type.Literal("received"),
            Type.Literal("drafts"),
          ]),
        }),
      },
    },
    errors: [],
  }),
};
