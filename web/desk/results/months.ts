import type { DeskMessage } from "@tsunagi/contract/desk";

/** A message as far as it tells whether there is a plan of a month in it. */
type Received = Pick<DeskMessage, "box" | "month" | "files">;

/** Whether a received message brings or deletes plans of use. */
export function isAboutPlans({ box, files }: Received): boolean {
  return box === "received" && files.some(({ name }) => /^(?:UPPLAN|DLTPLAN)_/i.test(name));
}

/** The months of which plans have come, newest first. */
export function monthsOfPlans(messages: readonly Received[]): readonly string[] {
  const months = messages.filter(isAboutPlans).flatMap(({ month }) => month ?? []);
  return [...new Set(months)].sort().reverse();
}

/**
 * The month whose results are most likely to be entered: plans come before their month, results go after it or in its
 * last days. So it is the newest that has begun, or the first to come where none has.
 * @param today `YYYYMMDD` in Japan
 */
export function usualMonth(months: readonly string[], today: string): string | undefined {
  const begun = months.find((month) => month <= today.slice(0, 6));
  return begun ?? months.at(-1);
}
