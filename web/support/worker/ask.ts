import type { Progress } from "@tsunagi/standard";
import type { VisitorFile } from "./given-file.ts";
import type { MendOutcome } from "./mend-visitor-files.ts";
import type { Outcome } from "./outcome.ts";
import type { SetContent } from "./read-content.ts";

/** What the page may ask of its worker: what it is asked with, and what is answered. */
export interface Asks {
  /** Check files; all later asks are about these. */
  readonly check: { readonly with: readonly VisitorFile[]; readonly answer: Outcome };
  /** Read the files of a set, by their places among those that were checked. */
  readonly documents: { readonly with: readonly number[]; readonly answer: SetContent };
  /** Put right what is certain in the files that were checked; later asks are about what they are then. */
  readonly mend: { readonly with: undefined; readonly answer: MendOutcome };
}

export type AskName = keyof Asks;

/** An ask on its way to the worker; the port that comes with it takes what is told back. */
export type Ask<Name extends AskName = AskName> = {
  readonly [N in Name]: { readonly name: N; readonly with: Asks[N]["with"] };
}[Name];

/** What the worker tells about an ask: progress any number of times, then one of the others. */
export type Told<Name extends AskName> =
  | { readonly told: "progress"; readonly progress: Progress }
  | { readonly told: "answer"; readonly answer: Asks[Name]["answer"] }
  /** `sentence` says in Japanese what went wrong and what to do. */
  | { readonly told: "failure"; readonly sentence: string };
