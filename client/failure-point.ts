import { failurePoints } from "@tsunagi/contract";

/** The steps of the office's app at which tests break it; docs/promises.md says what must hold at each. */
export const clientFailurePoints = [
  "login-before-commit",
  "login-after-commit",
  "made-before-commit",
  "made-after-commit",
  "sealed-before-commit",
  "sealed-after-commit",
  "in-doubt-before-commit",
  "in-doubt-after-commit",
  "chunk-sent",
  "chunks-sent",
  "accepted-before-commit",
  "accepted-after-commit",
  "cancelled-before-commit",
  "made-anew-before-commit",
  "made-anew-after-commit",
  "downloaded",
  "file-written",
  "files-written",
  "files-delivered",
  "record-before-commit",
  "record-after-commit",
  "receipt-before-commit",
  "receipt-after-commit",
  "receipt-sent",
  "refused-bytes-written",
  "refused-before-commit",
  "refused-after-commit",
  "refusal-told",
  "stations-before-commit",
  "stations-after-commit",
  "migration-before-commit",
  "migration-after-commit",
] as const;

export type ClientFailurePoint = (typeof clientFailurePoints)[number];

/** Fails here when the environment of the process said so; see `failurePoints`. */
export const at: (point: ClientFailurePoint) => void = failurePoints(
  clientFailurePoints,
  process.env["TSUNAGI_CLIENT_FAIL_AT"],
  () => process.kill(process.pid, "SIGKILL"),
);
