import { setTimeOf } from "@tsunagi/standard";

/** Today in Japan, `YYYYMMDD`. */
export function todayInJapan(): string {
  return setTimeOf(new Date()).slice(0, 8);
}
