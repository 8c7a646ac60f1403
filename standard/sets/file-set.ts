import type { CheckedFile } from "../check/checked-file.ts";
import type { FileKind } from "../layout/layouts.ts";
import type { Address } from "../naming/file-name.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { SetTime } from "../values/set-time.ts";
import type { SetFinding } from "./set-finding.ts";

/**
 * What a set 送信単位 is for.
 * - `care-plan`: tables 1 to 3 居宅サービス計画書
 * - `plan-of-use`: tables 6 and 7 サービス利用票
 * - `results`: 実績
 * - `user-basics`: 利用者基本情報, with its annexes and picture
 * - `preventive-plan`: 介護予防サービス・支援計画書, with or without the user basics
 * - `deletion`: one deletion file
 * - `unknown`: files that do not belong together
 */
export type SetKind =
  | "care-plan"
  | "plan-of-use"
  | "results"
  | "user-basics"
  | "preventive-plan"
  | "deletion"
  | "unknown";

/** Files that are sent together: same sender, receiver and set time. */
export type FileSet = {
  /** The same for the same sender, receiver and time. */
  readonly id: string;
  readonly kind: SetKind;
  readonly sender: Address;
  readonly receiver: Address;
  readonly time: SetTime;
  /** 対象年月, where the set is of one month. */
  readonly month: MonthOfService | undefined;
  readonly files: readonly CheckedFile[];
  /** Kinds that the set needs and does not have; of an `unknown` set none, as it is not known what it should be. */
  readonly missing: readonly FileKind[];
  /** Names of files that have no place in the set, or stand in it a second time. */
  readonly extra: readonly string[];
  readonly findings: readonly SetFinding[];
};
