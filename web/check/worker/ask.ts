import type { VisitorFile } from "./given-file.ts";
import type { MendOutcome } from "./mend-visitor-files.ts";
import type { Outcome } from "./outcome.ts";
import type { SetContent } from "./read-content.ts";

/** What the page may ask of its worker. */
export interface CheckAsks {
  /** Check files; all later asks are about these. */
  readonly check: { readonly with: readonly VisitorFile[]; readonly answer: Outcome };
  /** Read the files of a set, by their places among those that were checked. */
  readonly documents: { readonly with: readonly number[]; readonly answer: SetContent };
  /** Put right what is certain in the files that were checked; later asks are about what they are then. */
  readonly mend: { readonly with: undefined; readonly answer: MendOutcome };
}
