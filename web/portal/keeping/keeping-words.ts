import { keepDaysAtMost } from "@tsunagi/contract/exchange";

/** How long something is kept, as one says it. */
export function forDays(days: number): string {
  return days === 0 ? "残さない" : `${days}日`;
}

/** What is wrong with a typed number of days. */
export function faultOfDays(typed: string): string | undefined {
  if (typed === "") return "日数を入力してください。";
  const whole = /^[0-9]{1,3}$/.test(typed) && Number(typed) <= keepDaysAtMost;
  return whole ? undefined : `日数は、0から${keepDaysAtMost}までの数字で入力してください。`;
}
