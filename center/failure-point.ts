import { failurePoints } from "@tsunagi/contract";

/** The steps of the centre at which tests break it; docs/promises.md says what must hold at each. */
export const centerFailurePoints = [
  "accept-before-store",
  "accept-after-store",
  "upload-begun",
  "chunk-before-commit",
  "chunk-after-commit",
  "complete-row-checked",
  "complete-before-store",
  "complete-after-store",
  "offered-before-move",
  "offered-after-move",
  "downloaded-before-move",
  "downloaded-after-move",
  "opened-before-move",
  "opened-after-move",
  "refused-before-move",
  "refused-after-move",
  "cancelled-before-move",
  "cancelled-after-move",
  "expired-before-move",
  "expired-after-move",
  "wanted-bytes-moved",
  "day-dropped",
  "quarter-dropped",
  "migration-before-commit",
] as const;

export type CenterFailurePoint = (typeof centerFailurePoints)[number];

/** Fails here when the environment of the process said so; see `failurePoints`. */
export const at: (point: CenterFailurePoint) => void = failurePoints(
  centerFailurePoints,
  process.env["TSUNAGI_CENTER_FAIL_AT"],
  () => process.kill(process.pid, "SIGKILL"),
);
