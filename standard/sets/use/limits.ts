import type { UserKey } from "../../check/keys.ts";
import type { AnnexTotal, AnnexUser, SupplementUser } from "../../check/use/facts.ts";
import { unitsColumnOf } from "../../check/use/type-limits.ts";
import { insuredNumberOf } from "../../check/use/users.ts";
import { columnsOf } from "../../layout/columns.ts";
import type { FieldRow } from "../../layout/field.ts";
import { rowsOf } from "../../layout/layouts.ts";
import { type SetFinding, setFinding } from "../set-finding.ts";
import type { UseFiles } from "./use-files.ts";

const annexAt = columnsOf("UPSIKYU");
const annexFields: readonly FieldRow[] = rowsOf("UPSIKYU");

/** Compares the totals of table 7 with the limits of each user in the supplement. */
export function checkLimits({ annex, supplement }: UseFiles): readonly SetFinding[] {
  if (annex === undefined || supplement === undefined) return [];
  const files = [annex.file, supplement.file];
  const findings: SetFinding[] = [];
  for (const [key, user] of annex.users) {
    const limits = supplement.users.get(key);
    if (limits === undefined || !user.sound) continue;
    if (user.total !== undefined && limits.limit !== undefined) {
      findings.push(...checkLimit(key, user.total, limits.limit, files));
    }
    findings.push(...checkTypeUnits(key, user, limits, files.toReversed()));
  }
  return findings;
}

type NamedFiles = readonly { readonly name: string }[];

function checkLimit(
  key: UserKey,
  { row, managed, typeExcess, limitExcess, limitWithin }: AnnexTotal,
  limit: number,
  files: NamedFiles,
): readonly SetFinding[] {
  const insuredNumber = insuredNumberOf(key);
  if (limitWithin !== undefined && limitWithin > limit) {
    const place = { row, field: annexFields[annexAt.limitWithinUnits] };
    return [setFinding("over-limit", { insuredNumber, units: limitWithin, limit }, files, place)];
  }
  const units = (managed ?? 0) - (typeExcess ?? 0);
  if (units <= limit || (limitExcess ?? 0) > 0) return [];
  const place = { row, field: annexFields[annexAt.limitExcessUnits] };
  return [setFinding("excess-not-shown", { insuredNumber, units, limit }, files, place)];
}

/** Medical short stays may be put together under the type of 介護老人保健施設. */
const alsoUnder: ReadonlyMap<string, readonly string[]> = new Map([
  ["22", ["23", "2A"]],
  ["25", ["26", "2B"]],
]);

function checkTypeUnits(
  key: UserKey,
  { managedByType }: AnnexUser,
  { row, typeLimits }: SupplementUser,
  files: NamedFiles,
): readonly SetFinding[] {
  return typeLimits.flatMap(({ place, serviceType: type, units }) => {
    if (units === undefined) return [];
    const own = managedByType.get(type) ?? 0;
    const others = (alsoUnder.get(type) ?? []).map((other) => managedByType.get(other) ?? 0);
    const sum = others.reduce((all, one) => all + one, own);
    if (units === sum || units === own) return [];
    const about = { insuredNumber: insuredNumberOf(key), type, units, sum };
    const field = rowsOf("UPHOSOKU")[unitsColumnOf(place)];
    return [setFinding("type-units", about, files, { row, field })];
  });
}
