/** What units cost, in yen, and who pays it. */
export type Bill = {
  /** 費用総額. */
  readonly totalCost: number;
  /** 保険／事業費請求額. */
  readonly claimedAmount: number;
  /** 利用者負担（保険／事業対象分）. */
  readonly copay: number;
  /** 利用者負担（全額負担分）. */
  readonly selfPaid: number;
};

/**
 * What the insurance pays for `paid` units, and the user for them and for `unpaid` units. Parts of a yen are dropped,
 * as in claims.
 * @param price 単位数単価 in hundredths of a yen
 * @param benefitRate in percent
 */
export function billOf(paid: number, unpaid: number, price: number, benefitRate: number): Bill {
  const totalCost = Math.floor((paid * price) / 100);
  const claimedAmount = Math.floor((totalCost * benefitRate) / 100);
  return {
    totalCost,
    claimedAmount,
    copay: totalCost - claimedAmount,
    selfPaid: Math.floor((unpaid * price) / 100),
  };
}
