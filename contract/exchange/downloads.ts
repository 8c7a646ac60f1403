import type { Static } from "typebox";
import * as Type from "typebox";
import { defineRoute } from "../route.ts";
import * as S from "../schemas.ts";

const FileName = Type.String({
  pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$",
  description: "ファイル名 (半角の英数字と . _ -)",
});

/** A file of the product 製品, with what proves that it is the operator's. */
export const DownloadFile = Type.Object({
  name: FileName,
  size: Type.Integer({ minimum: 0, description: "バイト" }),
  sha256: S.Sha256,
  signedAt: S.Instant,
});
export type DownloadFile = Static<typeof DownloadFile>;

/** Who asks for the product: an organisation, never a person. */
export const DownloadApplication = Type.Object(
  {
    organisation: Type.String({ minLength: 1, maxLength: 100, description: "組織名" }),
    officeNumber: S.OfficeNumber,
  },
  { additionalProperties: false },
);
export type DownloadApplication = Static<typeof DownloadApplication>;

const file = Type.Object({ name: FileName });

export const downloadRoutes = {
  downloads: defineRoute({
    method: "GET",
    path: "/v1/downloads",
    subject: "downloads",
    summary: "製品のファイルと、その大きさ、SHA-256。認証局の証明書 (署名を確かめるため)",
    auth: "nobody",
    doors: ["web"],
    answer: {
      status: 200,
      json: Type.Object({ files: Type.Array(DownloadFile), authority: S.Pem }),
    },
    errors: [],
  }),
  applyForDownload: defineRoute({
    method: "POST",
    path: "/v1/download-applications",
    subject: "downloads",
    summary: "製品ダウンロードの申し込み。組織名と事業所番号を、日ごとに数えるために控える",
    auth: "nobody",
    doors: ["web"],
    rate: "form",
    body: { json: DownloadApplication },
    answer: { status: 204 },
    errors: ["request-invalid"],
  }),
  downloadFile: defineRoute({
    method: "GET",
    path: "/v1/downloads/{name}",
    subject: "downloads",
    summary: "製品のファイル",
    auth: "nobody",
    doors: ["web"],
    params: file,
    answer: { status: 200, bytes: "application/octet-stream", ranges: true },
    errors: ["request-invalid", "not-found", "range-invalid"],
  }),
  downloadSignature: defineRoute({
    method: "GET",
    path: "/v1/downloads/{name}/signature",
    subject: "downloads",
    summary: "製品のファイルへのセンターの署名 (CMS、ファイルを含まない)",
    auth: "nobody",
    doors: ["web"],
    params: file,
    answer: { status: 200, bytes: "application/pkcs7-signature" },
    errors: ["request-invalid", "not-found"],
  }),
};
