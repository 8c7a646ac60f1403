/** What a care user needs help with 課題; care plans say it in words (see words.ts). */
export type Need =
  | "bathing"
  | "company"
  | "exercise"
  | "memory"
  | "household"
  | "toilet"
  | "medicine"
  | "health"
  | "equipment"
  | "rest";
