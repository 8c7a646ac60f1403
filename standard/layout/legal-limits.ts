/**
 * 区分支給限度基準額, units a month, by 要介護状態区分 (see the code list `careLevel`), as the law fixes them. For
 * 事業対象者 it is the most that may be granted: 5,032 as a rule, up to the limit of 要支援２.
 */
const legalLimits: ReadonlyMap<string, number> = new Map([
  ["06", 10_531],
  ["12", 5_032],
  ["13", 10_531],
  ["21", 16_765],
  ["22", 19_705],
  ["23", 27_048],
  ["24", 30_938],
  ["25", 36_217],
]);

/** The most units a month that the law grants to a care level; undefined when the level is not known. */
export function legalLimitOf(careLevel: string): number | undefined {
  return legalLimits.get(careLevel);
}
