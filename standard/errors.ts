/** What went wrong, stable across releases. */
export type StandardErrorCode =
  | "file-name"
  | "office-number"
  | "service-type"
  | "month"
  | "date"
  | "time"
  | "set-time"
  | "number"
  | "encoding"
  | "unmappable-character"
  | "not-readable"
  | "value";

/** Where it went wrong, as far as it is known. */
export type StandardErrorPlace = {
  /** Row of the file, from 1. */
  readonly row?: number;
  /** Field of the row, from 1, as numbered in the standard. */
  readonly field?: number;
  /** Byte of the file, from 0. */
  readonly offset?: number;
  /** Position in the text in UTF-16 units, from 0. */
  readonly index?: number;
  readonly character?: string;
};

/**
 * The one error of this room. `message` is plain Japanese for the person at the keyboard, `detail` is English for
 * logs and holds no personal data.
 */
export class StandardError extends Error {
  override readonly name = "StandardError";
  readonly code: StandardErrorCode;
  readonly detail: string;
  readonly place: StandardErrorPlace;

  constructor(
    code: StandardErrorCode,
    message: string,
    detail: string,
    place: StandardErrorPlace = {},
  ) {
    super(message);
    this.code = code;
    this.detail = detail;
    this.place = place;
  }
}
