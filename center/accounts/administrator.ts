import type { AdministratorCaller } from "../server/handlers.ts";

/** The office's number. */
export function officeOf(caller: AdministratorCaller): string {
  return "office" in caller ? caller.office.number : caller.officeNumber;
}

/** What the audit says of an act on a person: who it was done to, and by whom. */
export function subjectOf(personId: string, by: AdministratorCaller): string {
  return `${personId} by ${"office" in by ? by.officeId : by.personId}`;
}
