/** `error`: an importer will refuse or misread it, so it is not sent. `warning`: doubtful, worth a look. */
export type Severity = "error" | "warning";

/**
 * One rule of the standard, or of good sense about it, that files are checked against. Rules that find the same kind
 * of fault share a `code`; the name of a rule is its key in `rules`.
 */
export type Rule = {
  /** What findings say of the kind of fault, stable across releases. */
  readonly code: string;
  readonly severity: Severity;
  /** What is checked, in one Japanese sentence: the line of the rule in docs/rules.md. */
  readonly checks: string;
  /** Where the rule comes from: part of the standard, layout and field, law, or practice. Japanese. */
  readonly from: string;
  /** What is wrong and what to do, in plain Japanese, as a colleague would say it. May quote the file's content. */
  readonly says: (about: never) => string;
};
