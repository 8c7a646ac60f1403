import type { UserKey } from "../../check/keys.ts";
import type { UseFacts } from "../../check/use/facts.ts";
import { insuredNumberOf } from "../../check/use/users.ts";
import { type SetFinding, setFinding } from "../set-finding.ts";
import type { UseFile, UseFiles } from "./use-files.ts";

type MissingRule =
  | "annex-without-plan"
  | "supplement-without-plan"
  | "user-without-annex"
  | "user-without-supplement";

/** Finds users whom one file of the set has and another lacks. */
export function checkUsers({ plan, annex, supplement }: UseFiles): readonly SetFinding[] {
  if (plan === undefined) return [];
  return [
    ...missing("annex-without-plan", annex, plan),
    ...missing("supplement-without-plan", supplement, plan),
    ...missing("user-without-annex", plan, annex),
    ...missing("user-without-supplement", plan, supplement),
  ];
}

function missing(
  rule: MissingRule,
  from: UseFile<UseFacts> | undefined,
  to: UseFile<UseFacts> | undefined,
): readonly SetFinding[] {
  if (from === undefined || to === undefined || !to.complete) return [];
  const findings: SetFinding[] = [];
  for (const [key, { row }] of from.users as ReadonlyMap<UserKey, { readonly row: number }>) {
    if (to.users.has(key)) continue;
    const about = { insuredNumber: insuredNumberOf(key) };
    findings.push(setFinding(rule, about, [from.file, to.file], { row }));
  }
  return findings;
}
