/** The calendar day in Asia/Tokyo, YYYY-MM-DD; Japan keeps no summer time. */
export function todayInTokyo(): string {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
}
