import type { Progress } from "@tsunagi/standard";

/** What a page may ask of its worker, by name: what it is asked with, and what is answered. */
export type AsksOf<Asks> = {
  readonly [Name in keyof Asks]: { readonly with: unknown; readonly answer: unknown };
};

/** An ask on its way to the worker; the port that comes with it takes what is told back. */
export type Ask<Asks extends AsksOf<Asks>, Name extends keyof Asks = keyof Asks> = {
  readonly [N in Name]: { readonly name: N; readonly with: Asks[N]["with"] };
}[Name];

/** What the worker tells about an ask: progress any number of times, then one of the others. */
export type Told<Answer> =
  | { readonly told: "progress"; readonly progress: Progress }
  | { readonly told: "answer"; readonly answer: Answer }
  /** `sentence` says in Japanese what went wrong and what to do. */
  | { readonly told: "failure"; readonly sentence: string };
