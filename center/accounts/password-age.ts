/** What tells how long a password serves. */
export interface PasswordAge {
  /** Null once the office has a password of its own. */
  readonly provisionalUntil: Date | null;
  /** Since when it has this password. */
  readonly passwordSetAt: Date;
}

const dayMilliseconds = 86_400_000;

/** From when on a password of the office's own must be changed, where passwords end after so many days. */
export function endOf(age: PasswordAge, passwordDays: number): Date | null {
  if (passwordDays === 0 || age.provisionalUntil !== null) return null;
  return new Date(age.passwordSetAt.getTime() + passwordDays * dayMilliseconds);
}

/** Whether nothing but changing the password works: it is provisional, or past its end. */
export function mustChange(
  age: PasswordAge,
  { passwordDays, now }: { readonly passwordDays: number; readonly now: Date },
): boolean {
  if (age.provisionalUntil !== null) return true;
  const end = endOf(age, passwordDays);
  return end !== null && end <= now;
}
