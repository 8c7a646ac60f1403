import { type Explanation, explain } from "../errors.ts";
import type { Office } from "../office.ts";
import { type RetryTimes, waitAfter } from "./back-off.ts";
import type { Sent } from "./sent.ts";

/** What a failure means for the message: tried again by itself, waits for a login, or somebody must act. */
export type Failure = "transient" | "login" | "final";

/** Without a login or a certificate in force nothing can be sent; with the next login it goes on. */
const needLogin: ReadonlySet<string> = new Set([
  "login-needed",
  "not-enrolled",
  "session-missing",
  "session-expired",
  "certificate-missing",
  "certificate-foreign",
  "certificate-purpose",
  "certificate-expired",
  "certificate-revoked",
  "certificate-office-mismatch",
]);

/** Failures of the way or the moment, besides 429 and everything of the 500s. */
const passing: ReadonlySet<string> = new Set([
  "unreachable",
  "centre-not-trusted",
  "answer-unexpected",
  "digest-mismatch",
  // The next try begins the upload anew.
  "upload-unknown",
]);

/** Said no to for good, though the status is of the 500s. */
const forGood: ReadonlySet<string> = new Set(["accepted-receipt-wrong"]);

export function judge({ code, status }: Explanation): Failure {
  if (needLogin.has(code)) return "login";
  if (forGood.has(code)) return "final";
  return passing.has(code) || status === 429 || status >= 500 ? "transient" : "final";
}

/** Notes what came of a try, so that the message is tried again when its time has come. */
export function noteFailure(
  office: Office,
  { id, tries }: Sent,
  thrown: unknown,
  times: RetryTimes,
): Failure {
  const explanation = explain(thrown);
  const failure = judge(explanation);
  const wait = waitAfter(tries + 1, times, explanation.retryAfterSeconds);
  const nextTryAt =
    failure === "transient" ? new Date(office.now().getTime() + wait).toISOString() : null;
  const held = failure === "final" ? 1 : 0;
  // What is in doubt stays in doubt until the centre has answered for this message.
  office.store.sql.run`UPDATE sent SET
    last = CASE WHEN ${held} = 1 THEN 'held' WHEN last = 'in-doubt' THEN 'in-doubt' ELSE 'put-off' END,
    tries = tries + 1, next_try_at = ${nextTryAt},
    trouble_code = ${explanation.code}, trouble_ja = ${explanation.messageJa}
    WHERE id = ${id}`;
  return failure;
}
