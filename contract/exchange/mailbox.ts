import type { Static } from "typebox";
import * as Type from "typebox";
import { limits } from "../limits.ts";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

/**
 * The stations of a message that the centre sees. `offered`: the receiver's client was told; `opened`: the receiver's
 * signed receipt is here; `refused`: the receiver's client could not open or verify it, with the reason; `expired`: the
 * receiver did not take it in time, and its bytes are gone.
 */
export const Station = Type.Union([
  Type.Literal("accepted"),
  Type.Literal("offered"),
  Type.Literal("downloaded"),
  Type.Literal("opened"),
  Type.Literal("refused"),
  Type.Literal("cancelled"),
  Type.Literal("expired"),
]);
export type Station = Static<typeof Station>;

/** Why a receiver refused; the codes of the sealing that can be told to the sender. */
export const RefusalReason = Type.String({ pattern: "^[a-z]+(-[a-z]+)*$", maxLength: 60 });

/** What the centre knows of a message. It cannot know what is inside. */
export const Message = Type.Object({
  id: S.MessageId,
  from: S.OfficeName,
  to: S.OfficeName,
  size: Type.Integer({ minimum: 0, description: "封をした大きさ、バイト" }),
  sha256: S.Sha256,
  station: Station,
  stations: Type.Array(
    Type.Object({
      station: Station,
      at: S.Instant,
      person: Type.Union([S.PersonId, Type.Null()], {
        description: "操作した個人ユーザ。自分の事業所の人だけが示される",
      }),
      certificate: Type.Union([S.CertificateSerial, Type.Null()], {
        description: "用いられた電子証明書の番号。センターが進めたものは null",
      }),
    }),
  ),
  expiresAt: S.Instant,
  refusal: Type.Union([RefusalReason, Type.Null()]),
});
export type Message = Static<typeof Message>;

/** The same with what proves it: the centre's receipt, and the receiver's once it was opened. Lists leave these out. */
export const MessageWithReceipts = Type.Object({
  ...Message.properties,
  acceptedReceipt: S.Base64,
  openedReceipt: Type.Union([S.Base64, Type.Null()]),
});
export type MessageWithReceipts = Static<typeof MessageWithReceipts>;

/** The centre's answer to a message that it has taken in: it is on disk. */
export const Acceptance = Type.Object({
  id: S.MessageId,
  acceptedAt: S.Instant,
  acceptedReceipt: S.Base64,
});
export type Acceptance = Static<typeof Acceptance>;

/** How far the upload of a large message has come. */
export const Upload = Type.Object({
  id: S.MessageId,
  to: S.OfficeNumber,
  size: Type.Integer({ minimum: 1, description: "封をした大きさ、バイト" }),
  sha256: S.Sha256,
  chunkBytes: Type.Integer({ minimum: 1, description: "最後のほかの、1つの大きさ、バイト" }),
  chunks: Type.Integer({ minimum: 1, description: "分けた数" }),
  received: Type.Array(Type.Integer({ minimum: 1 }), { description: "届いた番号、1から" }),
  acceptance: Type.Union([Acceptance, Type.Null()]),
});
export type Upload = Static<typeof Upload>;

/**
 * Whether an upload that was completed has become a message. While `acceptance` is null the centre still checks the
 * bytes, which of a large message takes longer than one request should: ask again at once, the centre answers in time.
 */
export const Completion = Type.Object({
  acceptance: Type.Union([Acceptance, Type.Null()]),
});
export type Completion = Static<typeof Completion>;

/** Place in a list: opaque; give back as `after` to go on. */
export const Cursor = Type.String({ minLength: 1, maxLength: 80, pattern: "^[A-Za-z0-9_-]+$" });

/** Told by push when a message arrives for this office, or one of its messages has moved. */
export const MessageEvent = Type.Object({
  id: S.MessageId,
  box: Type.Union([Type.Literal("received"), Type.Literal("sent")]),
  station: Station,
  at: S.Instant,
});
export type MessageEvent = Static<typeof MessageEvent>;

const params = Type.Object({ id: S.MessageId });

const contentDigest = Type.Object({
  "content-digest": Type.String({
    pattern: "^sha-256=:[A-Za-z0-9+/]{43}=:$",
    description: "RFC 9530",
  }),
});

export const mailboxRoutes = {
  send: defineRoute({
    method: "PUT",
    path: "/v1/messages/{id}",
    subject: "mailbox",
    summary: "封をしたデータを送る。同じ番号で何度送っても1通であり、同じ答えが返る",
    auth: "session",
    doors: ["exchange"],
    params,
    query: Type.Object({ to: S.OfficeNumber }),
    headers: contentDigest,
    body: { bytes: "application/pkcs7-mime" },
    answer: { status: 201, json: Acceptance },
    errors: [
      "request-invalid",
      "licence-missing",
      "office-unknown",
      "receiver-unlicensed",
      "receiver-without-certificate",
      "message-too-large",
      "message-not-sealed",
      "digest-mismatch",
      "message-id-conflict",
      "inbox-full",
      "service-unavailable",
    ],
  }),
  beginUpload: defineRoute({
    method: "PUT",
    path: "/v1/uploads/{id}",
    subject: "mailbox",
    summary: "大きいデータを分けて送りはじめる。何度でもよく、届いた分が返る",
    auth: "session",
    doors: ["exchange"],
    params,
    body: {
      json: Type.Object(
        { to: S.OfficeNumber, size: Type.Integer({ minimum: 1 }), sha256: S.Sha256 },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: Upload },
    errors: [
      "request-invalid",
      "licence-missing",
      "office-unknown",
      "receiver-unlicensed",
      "receiver-without-certificate",
      "message-too-large",
      "message-id-conflict",
      "inbox-full",
      "too-many-uploads",
    ],
  }),
  upload: defineRoute({
    method: "GET",
    path: "/v1/uploads/{id}",
    subject: "mailbox",
    summary: "分けて送っているデータの、届いた分を見る",
    auth: "session",
    doors: ["exchange"],
    params,
    answer: { status: 200, json: Upload },
    errors: ["upload-unknown"],
  }),
  sendChunk: defineRoute({
    method: "PUT",
    path: "/v1/uploads/{id}/chunks/{number}",
    subject: "mailbox",
    summary: "分けた1つを送る。順は問わず、同じものは何度送ってもよい",
    auth: "session",
    doors: ["exchange"],
    params: Type.Object({ id: S.MessageId, number: Type.String({ pattern: "^[1-9][0-9]{0,5}$" }) }),
    headers: contentDigest,
    body: { bytes: "application/octet-stream" },
    answer: { status: 204 },
    errors: [
      "request-invalid",
      "upload-unknown",
      "chunk-wrong",
      "chunk-conflict",
      "digest-mismatch",
      "service-unavailable",
    ],
  }),
  completeUpload: defineRoute({
    method: "PUT",
    path: "/v1/uploads/{id}/complete",
    subject: "mailbox",
    summary:
      "すべて送り終えたことを伝える。確かめ終わるまでは acceptance が null で、続けて問い合わせる。受け付けたあとは、いつも同じ答えが返る",
    auth: "session",
    doors: ["exchange"],
    params,
    answer: { status: 200, json: Completion },
    errors: [
      "upload-unknown",
      "upload-incomplete",
      "licence-missing",
      "office-unknown",
      "receiver-unlicensed",
      "receiver-without-certificate",
      "message-not-sealed",
      "digest-mismatch",
      "service-unavailable",
    ],
  }),
  abandonUpload: defineRoute({
    method: "DELETE",
    path: "/v1/uploads/{id}",
    subject: "mailbox",
    summary: "分けて送るのをやめる。届いた分は消える",
    auth: "session",
    doors: ["exchange"],
    params,
    answer: { status: 204 },
    errors: [],
  }),
  listMessages: defineRoute({
    method: "GET",
    path: "/v1/messages",
    subject: "mailbox",
    summary: "受信または送信のデータを、受け付けた順に見る。受領書は1通ずつ見る",
    auth: "session",
    doors: ["exchange"],
    query: Type.Object({
      box: Type.Union([Type.Literal("received"), Type.Literal("sent")]),
      after: Type.Optional(Cursor),
      waiting: Type.Optional(
        Type.Boolean({ description: "true: まだ開かれていない (受領・拒否・取消のない) ものだけ" }),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.listPage })),
    }),
    answer: {
      status: 200,
      json: Type.Object({
        messages: Type.Array(Message),
        next: Type.Union([Cursor, Type.Null()]),
      }),
    },
    errors: ["request-invalid"],
  }),
  message: defineRoute({
    method: "GET",
    path: "/v1/messages/{id}",
    subject: "mailbox",
    summary: "1通の足どりと受領書を見る (送信側と受信側だけ)",
    auth: "session",
    doors: ["exchange"],
    params,
    answer: { status: 200, json: MessageWithReceipts },
    errors: ["message-unknown"],
  }),
  download: defineRoute({
    method: "GET",
    path: "/v1/messages/{id}/content",
    subject: "mailbox",
    summary: "封をしたままのデータを受け取る (受信側だけ)。Range で続きから受け取れる",
    auth: "session",
    doors: ["exchange"],
    params,
    answer: { status: 200, bytes: "application/pkcs7-mime", ranges: true },
    errors: [
      "message-unknown",
      "message-cancelled",
      "message-expired",
      "message-forgotten",
      "receiving-ended",
      "range-invalid",
    ],
  }),
  confirmOpened: defineRoute({
    method: "PUT",
    path: "/v1/messages/{id}/opened",
    subject: "mailbox",
    summary: "署名した受領書を返す。何度返しても最初の1通が残る",
    auth: "session",
    doors: ["exchange"],
    params,
    body: { bytes: "application/pkcs7-signature" },
    answer: { status: 200, json: MessageWithReceipts },
    errors: ["message-unknown", "message-cancelled", "message-expired", "receipt-invalid"],
  }),
  refuse: defineRoute({
    method: "PUT",
    path: "/v1/messages/{id}/refused",
    subject: "mailbox",
    summary: "開けなかった、または確かめられなかったことを送信側へ伝える",
    auth: "session",
    doors: ["exchange"],
    params,
    body: { json: Type.Object({ reason: RefusalReason }, { additionalProperties: false }) },
    answer: { status: 200, json: MessageWithReceipts },
    errors: ["message-unknown", "message-cancelled", "message-expired"],
  }),
  cancel: defineRoute({
    method: "PUT",
    path: "/v1/messages/{id}/cancelled",
    subject: "mailbox",
    summary: "相手が受け取る前に取り消す",
    auth: "session",
    doors: ["exchange"],
    params,
    answer: { status: 200, json: MessageWithReceipts },
    errors: ["message-unknown", "message-already-downloaded", "message-expired"],
  }),
  events: defineRoute({
    method: "GET",
    path: "/v1/events",
    subject: "mailbox",
    summary: "到着と足どりの知らせを受け続ける (server-sent events)。Last-Event-ID から続けられる",
    auth: "session",
    doors: ["exchange"],
    answer: { status: 200, events: { message: MessageEvent } },
    errors: [],
  }),
};
