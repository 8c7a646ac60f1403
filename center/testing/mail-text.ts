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

/**
 * The token at the end of the link that a mail holds; empty where there is none.
 * @param page of the portal that the link leads to
 */
export function linkIn(mail: TakenMail | undefined, page: "recover" | "invitation"): string {
  return new RegExp(`#/${page}/([A-Za-z0-9_-]+)`).exec(textOf(mail))?.[1] ?? "";
}
