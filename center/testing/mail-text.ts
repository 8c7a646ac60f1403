import type { TakenMail } from "./mail-server.ts";

/** The text of a mail, which comes as base64 or quoted-printable. */
export function textOf(mail: TakenMail | undefined): string {
  const source = mail?.source ?? "";
  const body = source.slice(source.indexOf("\r\n\r\n"));
  if (/transfer-encoding: base64/i.test(source)) {
    return Buffer.from(body, "base64").toString("utf8");
  }
  const joined = body.replaceAll("=\r\n", "");
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  ).toString("utf8");
}
