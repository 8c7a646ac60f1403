import { isInScope, serviceTypeName } from "../../layout/service-types.ts";
import type { Findings, Place } from "../findings.ts";

/** Reports a service type that has no place in tables 6 and 7, or is not known at all. */
export function checkScope(type: string, findings: Findings, place: Place): void {
  if (isInScope(type)) return;
  const name = serviceTypeName(type);
  if (name === undefined) findings.report("service-unknown", { type }, place);
  else findings.report("service-out-of-scope", { type, name }, place);
}
