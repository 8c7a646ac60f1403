import type { Item } from "./item.ts";

/** Sheet sizes in millimetres. */
export type Paper = { readonly width: number; readonly height: number };

export const a4Landscape: Paper = { width: 297, height: 210 };
export const a4Portrait: Paper = { width: 210, height: 297 };

/** One page of a form: what stands on it, in the order in which it is drawn. */
export type Page = { readonly paper: Paper; readonly items: readonly Item[] };

/** A form as it is printed. */
export type Form = {
  /** What the form is, e.g. `第1表 居宅サービス計画書（１）`. */
  readonly title: string;
  /** Whom or what it is about, for an index: a care user, and where there are several the date or the month. */
  readonly about: string;
  /** At least one. */
  readonly pages: readonly Page[];
};
