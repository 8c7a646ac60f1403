import type { ReactNode } from "react";
import { dateAndTime } from "../words/japanese-date.ts";

/** A point of time in an era, with weekday and time of Tokyo. */
export function Moment({ at }: { readonly at: string }): ReactNode {
  return <time dateTime={at}>{dateAndTime(at)}</time>;
}
