const noticeDays = 14;

/** Whether a password's end is near enough to be told. */
export function endsSoon(passwordUntil: string, now: Date): boolean {
  return Date.parse(passwordUntil) - now.getTime() <= noticeDays * 86_400_000;
}
