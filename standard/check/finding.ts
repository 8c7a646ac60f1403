/** What a finding is about, stable across releases. */
export type FindingCode =
  /** The name is not of the standard; nothing else could be checked, or the kind was guessed from its beginning. */
  | "file-name"
  | "too-large"
  | "empty-file"
  /** Bytes that are not MS932, or a file in another encoding. */
  | "encoding"
  /** 外字, or a character that MS932 does not have. */
  | "unmappable-character"
  | "control-character"
  | "header-row"
  | "line-end"
  | "quote"
  | "field-count"
  | "required"
  | "length"
  | "format"
  | "code"
  | "version-unknown"
  | "version-old"
  | "version-mixed"
  /** The month in a row, or a day of service, is not the month in the file's name. */
  | "month-mismatch"
  /** A picture that is not a JPEG. */
  | "image-format"
  /** There are more findings than are listed. */
  | "findings-omitted";

/** `error`: the file must not be sent like this. `warning`: worth a look. */
export type Severity = "error" | "warning";

/** One thing that was found in one file. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Name of the file. */
  readonly file: string;
  /** Row of the file, from 1. */
  readonly row?: number;
  /** Number of the field, from 1, as in the standard. */
  readonly field?: number;
  /** Name of the field in the standard. */
  readonly fieldName?: string;
  /** What is wrong and what to do, in plain Japanese. May quote the file's content. */
  readonly message: string;
};
