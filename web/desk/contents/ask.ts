import type { DocumentOfUser, SetDocument, Unread } from "@tsunagi/standard";

/** A file that is to be opened: what it is called, and where the app gives it out. */
export interface NamedFile {
  readonly name: string;
  readonly address: string;
  readonly size: number;
}

/** What was found in the files: whom they are about, one sheet each. */
export interface Contents {
  readonly sheets: readonly SheetHead[];
  /** What could not be read, and so stands on no sheet. */
  readonly unread: readonly Unread[];
  /** Files that are no documents of the standard and no pictures, e.g. a PDF. */
  readonly others: readonly string[];
}

/** Whom a sheet is about, and the kind of document it is of. */
export interface SheetHead {
  readonly kind: SetDocument["kind"];
  readonly user: DocumentOfUser["user"];
}

/** All about one care user, or the deletions of a set. */
export interface Sheet {
  readonly document: SetDocument;
  readonly pictures: readonly File[];
  readonly forms: readonly DrawnForm[];
}

/** A paper form, drawn. */
export interface DrawnForm {
  readonly title: string;
  readonly about: string;
  readonly pages: readonly DrawnPage[];
}

/** A page as SVG; sizes in millimetres. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** What the page may ask of the worker that holds the files. */
export interface ContentsAsks {
  /** Fetch and read files; all later asks are about these. */
  readonly open: { readonly with: readonly NamedFile[]; readonly answer: Contents };
  /** One sheet, by its place. */
  readonly sheet: { readonly with: number; readonly answer: Sheet };
}
