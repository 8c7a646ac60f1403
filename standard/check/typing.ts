import type { FieldRow } from "../layout/field.ts";
import { mendValue } from "../mend/value.ts";
import { type Problem, problem } from "../rules/problem.ts";
import type { ValueCheck } from "./value.ts";

/**
 * Says what is wrong with a value, with its mend: where only the way it was typed is wrong (full-width digits, spaces
 * around it, small letters) it says that instead of what the check said.
 */
export function explain(
  field: FieldRow,
  value: string,
  check: ValueCheck,
  found: Problem,
): Problem {
  if (value.length > longestExplained) return found;
  const mend = mendValue(field, value);
  const typed = typingProblem(field[2], value, check) ?? found;
  return mend === undefined ? typed : { ...typed, mend };
}

/** Far longer than any value that was meant to be a number or a code. */
const longestExplained = 200;

function typingProblem(name: string, value: string, check: ValueCheck): Problem | undefined {
  const wide = value.normalize("NFKC");
  const bare = wide.trim();
  if (bare === "" || (bare === value && !/[a-z]/.test(value))) return undefined;
  if (passes(bare)) {
    const rule = wide === value ? "spaces-around" : "full-width";
    return problem(rule, { name, value, plain: bare });
  }
  const upper = bare.toUpperCase();
  return passes(upper) ? problem("lower-case", { name, value, plain: upper }) : undefined;

  function passes(plain: string): boolean {
    return plain !== value && check(plain)?.severity !== "error";
  }
}
