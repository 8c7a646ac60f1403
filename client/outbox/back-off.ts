/** How long to wait before trying again. */
export interface RetryTimes {
  /** After the first failure; doubled each time. */
  readonly firstMs: number;
  /** Never longer than this, however often it failed. */
  readonly mostMs: number;
  /** How often the centre is asked while its push is not to be had. */
  readonly pollMs: number;
}

export const usualRetryTimes: RetryTimes = { firstMs: 1000, mostMs: 300_000, pollMs: 60_000 };

/**
 * Milliseconds until the next try after `failures` failures in a row: doubling, of which the latter half is by chance,
 * so that offices that failed together do not come back together. What the centre asked for (Retry-After) is kept.
 * @param chance from 0 to 1
 */
export function waitAfter(
  failures: number,
  { firstMs, mostMs }: RetryTimes,
  retryAfterSeconds = 0,
  chance: number = Math.random(),
): number {
  const longest = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.max(retryAfterSeconds * 1000, Math.round(longest * (0.5 + chance / 2)));
}
