import type { Static } from "typebox";
import * as Type from "typebox";
import * as S from "../schemas.ts";
import { FormsQuery } from "./messages.ts";
import { defineDeskRoute } from "./route.ts";

/** How a fault can be put right: `certain` ones by the app, on request; others are proposals for a person to decide. */
export const MendView = Type.Object({
  certain: Type.Boolean(),
  /** In plain Japanese. */
  says: Type.String(),
  /** The value that would stand there. */
  value: Type.Optional(Type.String()),
});
export type MendView = Static<typeof MendView>;

/** Something wrong or doubtful in a file or a set; `row` counts from 1, `field` is the number in the standard. */
export const FindingView = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal("error"), Type.Literal("warning")]),
  row: Type.Optional(Type.Integer()),
  field: Type.Optional(Type.Integer()),
  fieldName: Type.Optional(Type.String()),
  message: Type.String(),
  mend: Type.Optional(MendView),
  /** Of a finding about a set: the names of the files it is about; a row is of the first of them. */
  files: Type.Optional(Type.Array(Type.String())),
});
export type FindingView = Static<typeof FindingView>;

/** A file on the tray. `title` says what it is, e.g. 第6表 予定. */
export const TrayFile = Type.Object({
  fileId: Type.String(),
  name: Type.String(),
  size: Type.Integer(),
  title: Type.String(),
  kind: Type.Union([Type.String(), Type.Null()]),
  records: Type.Integer(),
  findings: Type.Array(FindingView),
  /** Whether it was mended here; the file as it came is kept until it is sent. */
  mended: Type.Boolean(),
});
export type TrayFile = Static<typeof TrayFile>;

/** Files that go out together as one message. `sendable`: nothing in it or about its receiver forbids sending. */
export const TraySet = Type.Object({
  setId: Type.String(),
  title: Type.String(),
  month: Type.Union([Type.String({ pattern: "^[0-9]{6}$" }), Type.Null()]),
  to: Type.Object({
    number: Type.String(),
    name: Type.Union([Type.String(), Type.Null()]),
    canReceive: Type.Boolean(),
  }),
  files: Type.Array(TrayFile),
  findings: Type.Array(FindingView),
  sendable: Type.Boolean(),
});
export type TraySet = Static<typeof TraySet>;

/** 送信: the files laid out for sending, by set, and those that belong to no set. */
export const Tray = Type.Object({
  sets: Type.Array(TraySet),
  strays: Type.Array(TrayFile),
});
export type Tray = Static<typeof Tray>;

/** One thing that is put right in a file, in words. */
export const MendingView = Type.Object({
  row: Type.Optional(Type.Integer()),
  field: Type.Optional(Type.Integer()),
  fieldName: Type.Optional(Type.String()),
  message: Type.String(),
});
export type MendingView = Static<typeof MendingView>;

/** A file of a set of which something can be put right for certain, or was; and what. */
export const MendedFile = Type.Object({
  fileId: Type.String(),
  title: Type.String(),
  /** What it was called when it came. */
  originalName: Type.String(),
  mendings: Type.Array(MendingView),
  /** How many there are; a file's first thousand or so are listed. */
  count: Type.Integer(),
});
export type MendedFile = Static<typeof MendedFile>;

const fileParams = Type.Object({ fileId: Type.String({ minLength: 1, maxLength: 60 }) });
const setParams = Type.Object({ setId: Type.String({ minLength: 1, maxLength: 100 }) });

export const trayRoutes = {
  tray: defineDeskRoute({
    method: "GET",
    path: "/api/tray",
    subject: "tray",
    summary: "送信の台に置かれたファイル",
    answer: { status: 200, json: Tray },
    errors: ["not-enrolled"],
  }),
  putOnTray: defineDeskRoute({
    method: "POST",
    path: "/api/tray",
    subject: "tray",
    summary: "ファイルを1つ台に置く。名前が同じものは置き換わる",
    query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
    body: { bytes: "application/octet-stream" },
    answer: { status: 200, json: Tray },
    errors: ["not-enrolled", "file-too-large", "store-full", "request-invalid"],
  }),
  takeFromTray: defineDeskRoute({
    method: "DELETE",
    path: "/api/tray/{fileId}",
    subject: "tray",
    summary: "台から1つ取り除く",
    params: fileParams,
    answer: { status: 200, json: Tray },
    errors: ["not-found"],
  }),
  trayFile: defineDeskRoute({
    method: "GET",
    path: "/api/tray/{fileId}/content",
    subject: "tray",
    summary: "台のファイルの中身",
    params: fileParams,
    answer: { status: 200, bytes: "application/octet-stream" },
    errors: ["not-found"],
  }),
  attach: defineDeskRoute({
    method: "PUT",
    path: "/api/tray/{fileId}/set",
    subject: "tray",
    summary: "標準のファイルでないもの (PDFなど) を、どの送信に添えるか決める",
    params: fileParams,
    body: { json: Type.Object({ setId: Type.String() }, { additionalProperties: false }) },
    answer: { status: 200, json: Tray },
    errors: ["not-found", "request-invalid"],
  }),
  setForms: defineDeskRoute({
    method: "GET",
    path: "/api/tray/sets/{setId}/forms.pdf",
    subject: "tray",
    summary: "この送信の書類を、紙の帳票のかたちで保存する (PDF)",
    params: setParams,
    query: FormsQuery,
    answer: { status: 200, bytes: "application/pdf" },
    errors: ["not-found"],
  }),
  mendsOfSet: defineDeskRoute({
    method: "GET",
    path: "/api/tray/sets/{setId}/mend",
    subject: "tray",
    summary: "この送信で、確かに直せるところ (直したあとは、直したところ)",
    params: setParams,
    answer: { status: 200, json: Type.Object({ files: Type.Array(MendedFile) }) },
    errors: ["not-found"],
  }),
  mendSet: defineDeskRoute({
    method: "POST",
    path: "/api/tray/sets/{setId}/mend",
    subject: "tray",
    summary: "この送信の、確かに直せるところを直す。もとのファイルは送るまで残す",
    params: setParams,
    answer: { status: 200, json: Type.Object({ files: Type.Array(MendedFile), tray: Tray }) },
    errors: ["not-found", "file-name-taken", "store-full"],
  }),
  unmendSet: defineDeskRoute({
    method: "DELETE",
    path: "/api/tray/sets/{setId}/mend",
    subject: "tray",
    summary: "この送信のファイルを、直す前に戻す",
    params: setParams,
    answer: { status: 200, json: Tray },
    errors: ["not-found", "file-name-taken"],
  }),
  sendTray: defineDeskRoute({
    method: "POST",
    path: "/api/tray/send",
    subject: "tray",
    summary: "選んだ送信を送信箱へ入れて送る。ファイルは台から送信箱へ移る",
    body: {
      json: Type.Object(
        { setIds: Type.Array(Type.String(), { minItems: 1, maxItems: 1000 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: Type.Object({ messageIds: Type.Array(S.MessageId), tray: Tray }) },
    errors: [
      "not-enrolled",
      "login-needed",
      "tray-has-problems",
      "sender-not-this-office",
      "store-full",
      "request-invalid",
    ],
  }),
};
