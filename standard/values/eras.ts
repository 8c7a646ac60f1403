/** An era 元号. */
export type Era = {
  /** As forms abbreviate it: `R8.11.20`. */
  readonly letter: string;
  readonly name: string;
  /** Its first day. */
  readonly first: string;
  /** Its last day; of the present era the last day of the calendar that this library knows. */
  readonly last: string;
};

/** The eras since Meiji, in order. */
export const eras: readonly Era[] = [
  { letter: "M", name: "明治", first: "18680125", last: "19120729" },
  { letter: "T", name: "大正", first: "19120730", last: "19261224" },
  { letter: "S", name: "昭和", first: "19261225", last: "19890107" },
  { letter: "H", name: "平成", first: "19890108", last: "20190430" },
  { letter: "R", name: "令和", first: "20190501", last: "21991231" },
];
