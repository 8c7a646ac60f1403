import type { CheckedFile } from "../../check/checked-file.ts";
import type { AnnexFacts, SlipFacts, SupplementFacts, UseFacts } from "../../check/use/facts.ts";
import { hasCertainKeys } from "../certain-keys.ts";

/** A file of a set with what is known of its users. */
export type UseFile<Facts extends UseFacts> = {
  readonly file: CheckedFile;
  readonly users: Facts["users"];
  /** Whether a user who is not among `users` can be said to be missing. */
  readonly complete: boolean;
};

/** The files of a plan of use, as far as they are there and could be read. */
export type UseFiles = {
  readonly plan: UseFile<SlipFacts> | undefined;
  readonly annex: UseFile<AnnexFacts> | undefined;
  readonly supplement: UseFile<SupplementFacts> | undefined;
};

/** Picks the files of tables 6 and 7 and their supplement; a kind that is there twice is left out. */
export function useFilesOf(files: readonly CheckedFile[]): UseFiles {
  return {
    plan: only(files, (facts) => (facts?.kind === "UPPLAN" ? facts : undefined)),
    annex: only(files, (facts) => (facts?.kind === "UPSIKYU" ? facts : undefined)),
    supplement: only(files, (facts) => (facts?.kind === "UPHOSOKU" ? facts : undefined)),
  };
}

function only<Facts extends UseFacts>(
  files: readonly CheckedFile[],
  ofKind: (facts: CheckedFile["facts"]) => Facts | undefined,
): UseFile<Facts> | undefined {
  const found = files.flatMap((file) => {
    const facts = ofKind(file.facts);
    return facts === undefined
      ? []
      : [{ file, users: facts.users, complete: hasCertainKeys(file) } satisfies UseFile<Facts>];
  });
  return found.length === 1 ? found[0] : undefined;
}
