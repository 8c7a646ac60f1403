import type { Static } from "typebox";
import * as Type from "typebox";
import { HelpDesk } from "../exchange/news.ts";
import * as S from "../schemas.ts";
import { defineDeskRoute } from "./route.ts";

/** Letters at least: whoever has the file can try passwords for as long as they like. */
export const shortestExportPassword = 12;

/** Of a file with key and certificate: printable ASCII, for programs do not agree on how other letters become bytes. */
export const exportPasswordForm: RegExp = new RegExp(`^[ -~]{${shortestExportPassword},128}$`);

/** A copy of the office's folder that was made; `folder` is its whole path. */
export const Backup = Type.Object({ at: S.Instant, folder: Type.String() });
export type Backup = Static<typeof Backup>;

/** What 設定 shows beside the state of the desk. */
export const DeskSettings = Type.Object({
  /** Of the app. */
  version: Type.String(),
  /** The office's folder on this machine, its whole path. */
  folder: Type.String(),
  /** Whether the keys in the folder are encrypted with a passphrase. */
  keysEncrypted: Type.Boolean(),
  certificate: Type.Object({
    serial: S.CertificateSerial,
    notBefore: S.Instant,
    notAfter: S.Instant,
    /** From here on it is renewed, by itself or on request. */
    renewsFrom: S.Instant,
    renewalDue: Type.Boolean(),
  }),
  /** 公開記録 as it was last found in order: how many certificates it holds, and when that was checked; null before. */
  certificateLog: Type.Union([
    Type.Object({ size: Type.Integer({ minimum: 0 }), checkedAt: S.Instant }),
    Type.Null(),
  ]),
  /** As the centre said at the last login; null before the first. */
  helpDesk: Type.Union([HelpDesk, Type.Null()]),
  lastBackup: Type.Union([Backup, Type.Null()]),
});
export type DeskSettings = Static<typeof DeskSettings>;

export const settingsRoutes = {
  settings: defineDeskRoute({
    method: "GET",
    path: "/api/settings",
    subject: "settings",
    summary: "設定の画面に示すもの",
    answer: { status: 200, json: DeskSettings },
    errors: ["not-enrolled"],
  }),
  exportCertificate: defineDeskRoute({
    method: "POST",
    path: "/api/certificate/export",
    subject: "settings",
    summary: "鍵と電子証明書を、パスワードをかけた1つのファイル (PKCS#12) にする",
    body: {
      json: Type.Object(
        { password: Type.String({ pattern: exportPasswordForm.source }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, bytes: "application/x-pkcs12" },
    errors: ["not-enrolled", "request-invalid"],
  }),
  backUp: defineDeskRoute({
    method: "POST",
    path: "/api/backups",
    subject: "settings",
    summary: "事業所のフォルダーの写しを、別の場所に作る。答えが返ったときにはディスクにある",
    body: {
      json: Type.Object(
        { folder: Type.String({ minLength: 1, maxLength: 1000 }) },
        { additionalProperties: false },
      ),
    },
    answer: { status: 200, json: Backup },
    errors: [
      "not-enrolled",
      "backup-folder-missing",
      "backup-folder-inside",
      "backup-folder-refused",
      "backup-full",
      "request-invalid",
    ],
  }),
};
