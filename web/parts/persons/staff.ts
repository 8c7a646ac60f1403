import type { Person } from "@tsunagi/contract/exchange";

/** Whether a 管理者 may log in. */
export function hasAdministrator(persons: readonly Person[]): boolean {
  return persons.some(({ active, role }) => active && role === "administrator");
}

/** Who may log in first, 管理者 before 一般; then those who were stopped. */
export function inOrder(persons: readonly Person[]): readonly Person[] {
  return [...persons].sort((one, other) => rank(one) - rank(other));
}

function rank({ active, role }: Person): number {
  if (!active) return 2;
  return role === "administrator" ? 0 : 1;
}
