import type { Service } from "./service.ts";

/** By 地域区分 of the district, in hundredths of a yen. */
const prices: readonly { readonly [Wages in Service["wages"]]: number }[] = [
  { "70%": 1140, "55%": 1110, "45%": 1090, none: 1000 },
  { "70%": 1105, "55%": 1083, "45%": 1068, none: 1000 },
  { "70%": 1042, "55%": 1033, "45%": 1027, none: 1000 },
  { "70%": 1000, "55%": 1000, "45%": 1000, none: 1000 },
];

/** The price of a unit 単位数単価 in a district, in hundredths of a yen so that sums stay whole. */
export function unitPriceInHundredths(service: Service, district: number): number {
  const price = prices[district % prices.length];
  if (price === undefined) throw new RangeError("districts count from 0");
  return price[service.wages];
}
