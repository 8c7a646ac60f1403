/**
 * When something ends by the clock of this machine, which may differ from the centre's by days: it lasts from now on as
 * long as the centre meant it to.
 *
 * @param issuedAt and `expiresAt` by the centre's clock, RFC 3339
 */
export function byOwnClock(now: Date, issuedAt: string, expiresAt: string): string {
  return new Date(now.getTime() + Date.parse(expiresAt) - Date.parse(issuedAt)).toISOString();
}
