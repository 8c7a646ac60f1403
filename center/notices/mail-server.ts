import { createTransport, type Transporter } from "nodemailer";

/**
 * The mail server, with its connections kept for the next mail. One that does not answer is given up in time.
 * @param url `smtp://` or `smtps://`, with user and password if it needs them
 */
export function openMailServer(url: string): Transporter {
  return createTransport({
    url,
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
}

/** What the mail server will never take (RFC 5321: replies 5yz to a mail). */
export function isFinal(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 500 && code !== 535;
}
