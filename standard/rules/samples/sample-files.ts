import { writeCsv } from "../../csv/write.ts";
import { type FileKind, type Layouts, layouts, rowsOf } from "../../layout/layouts.ts";
import { encodeMs932 } from "../../ms932/encode.ts";
import { buildFileName } from "../../naming/build-file-name.ts";
import type { Address, FileName } from "../../naming/file-name.ts";
import type { GivenFile } from "../../report/report.ts";
import { parseMonth } from "../../values/month-of-service.ts";
import { parseSetTime } from "../../values/set-time.ts";

/** Values of a row by the keys of its layout, as they stand in the file; those left out are empty. */
export type SampleRow<Kind extends FileKind> = {
  readonly [Key in Layouts[Kind]["fields"][number][1]]?: string;
};

/** Who sends to whom, when, and of which month 対象年月 where the name of the kind has one. */
export type Heading = {
  readonly sender: Address;
  readonly receiver: Address;
  readonly time: string;
  readonly month?: string;
};

/** A file of a sample before it is written: rows, and what is done to its text and bytes afterwards. */
type SampleFile = {
  readonly kind: FileKind | "image";
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly text: (text: string) => string;
  readonly bytes: (bytes: Uint8Array) => Uint8Array;
};

/**
 * Files that are given together, made by changing a conforming set: every method gives new files and leaves these as
 * they are. Rows count from 1. What names a kind goes for all files of that kind.
 */
export class SampleFiles {
  readonly #files: readonly SampleFile[];

  private constructor(files: readonly SampleFile[]) {
    this.#files = files;
  }

  static readonly none: SampleFiles = new SampleFiles([]);

  /** Adds a file of a kind with the name that the heading gives it. */
  file<Kind extends FileKind>(
    kind: Kind,
    heading: Heading,
    rows: readonly SampleRow<Kind>[],
  ): SampleFiles {
    const { sender, receiver, time, month } = heading;
    const name = buildFileName({
      type: "csv",
      kind,
      sender,
      receiver,
      time: parseSetTime(time),
      ...(month !== undefined && layouts[kind].monthInName && { month: parseMonth(month) }),
    });
    return this.#and({ ...asIs, kind, name, rows: rows.map((row) => written(kind, row)) });
  }

  /** Adds a picture of the family with a branch number 枝番; by default its bytes begin as a JPEG's. */
  image(heading: Heading, branch: string, bytes: Uint8Array = jpeg): SampleFiles {
    const { sender, receiver, time } = heading;
    const parts: FileName = { type: "image", sender, receiver, time: parseSetTime(time), branch };
    return this.#and({ ...asIs, kind: "image", name: buildFileName(parts), bytes: () => bytes });
  }

  /** Adds other files to these. */
  and(others: SampleFiles): SampleFiles {
    return new SampleFiles([...this.#files, ...others.#files]);
  }

  /** Whether there is a file of a kind. */
  has(kind: FileKind | "image"): boolean {
    return this.#files.some((file) => file.kind === kind);
  }

  /** Changes values of a row. */
  with<Kind extends FileKind>(kind: Kind, row: number, values: SampleRow<Kind>): SampleFiles {
    return this.rows(kind, (rows) =>
      rows.map((one, at) => (at === row - 1 ? changed(kind, one, values) : one)),
    );
  }

  /** Changes values in every row of a kind. */
  withAll<Kind extends FileKind>(kind: Kind, values: SampleRow<Kind>): SampleFiles {
    return this.rows(kind, (rows) => rows.map((row) => changed(kind, row, values)));
  }

  /** Adds a copy of a row, with other values, after the last row. */
  again<Kind extends FileKind>(kind: Kind, row: number, values: SampleRow<Kind> = {}): SampleFiles {
    return this.rows(kind, (rows) => [...rows, changed(kind, rows[row - 1] ?? [], values)]);
  }

  /** Takes a row out. */
  withoutRow(kind: FileKind, row: number): SampleFiles {
    return this.rows(kind, (rows) => rows.toSpliced(row - 1, 1));
  }

  /** Takes the files of a kind out. */
  without(kind: FileKind | "image"): SampleFiles {
    return new SampleFiles(this.#files.filter((file) => file.kind !== kind));
  }

  /** Changes the rows of a kind in any way, numbers of fields included. */
  rows(
    kind: FileKind,
    change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[],
  ): SampleFiles {
    return this.#change(kind, (file) => ({ ...file, rows: change(file.rows) }));
  }

  /** Changes the text of the files of a kind, as CSV, before it is encoded. */
  text(kind: FileKind, change: (text: string) => string): SampleFiles {
    return this.#change(kind, (file) => ({ ...file, text: (text) => change(file.text(text)) }));
  }

  /** Changes the bytes of the files of a kind. */
  bytes(kind: FileKind | "image", change: (bytes: Uint8Array) => Uint8Array): SampleFiles {
    return this.#change(kind, (file) => ({ ...file, bytes: (bytes) => change(file.bytes(bytes)) }));
  }

  /** Changes the names of the files of a kind. */
  named(kind: FileKind | "image", change: (name: string) => string): SampleFiles {
    return this.#change(kind, (file) => ({ ...file, name: change(file.name) }));
  }

  /** Sends all files from, to, or at something else: changes their names and nothing in them. */
  sent(changes: Partial<Pick<Heading, "sender" | "receiver" | "time">>): SampleFiles {
    return new SampleFiles(
      this.#files.map((file) => ({ ...file, name: readdressed(file.name, changes) })),
    );
  }

  /** The files by name and bytes. */
  contents(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
    return this.#files.map((file) => ({ name: file.name, bytes: bytesOf(file) }));
  }

  /** The files as they would be dropped. */
  given(): readonly GivenFile[] {
    return this.contents().map(({ name, bytes }, at) => ({
      path: `${at + 1}/${name}`,
      name,
      size: bytes.length,
      read: () => [bytes],
    }));
  }

  #and(file: SampleFile): SampleFiles {
    return new SampleFiles([...this.#files, file]);
  }

  #change(kind: FileKind | "image", change: (file: SampleFile) => SampleFile): SampleFiles {
    if (!this.has(kind)) {
      throw new Error(`the sample has no ${kind} to change`);
    }
    return new SampleFiles(this.#files.map((file) => (file.kind === kind ? change(file) : file)));
  }
}

/** The name with another sender, receiver or set time. */
function readdressed(
  name: string,
  { sender, receiver, time }: Partial<Pick<Heading, "sender" | "receiver" | "time">>,
): string {
  return name.replace(
    /_(\w{10})_(\w\w)_(\w{10})_(\w\w)_(\d{14})/,
    (_, ...[office, type, toOffice, toType, at]: readonly string[]) =>
      [
        "",
        sender?.office ?? office,
        sender?.serviceType ?? type,
        receiver?.office ?? toOffice,
        receiver?.serviceType ?? toType,
        time ?? at,
      ].join("_"),
  );
}

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xd9);

const asIs = {
  rows: [],
  text: (text: string) => text,
  bytes: (bytes: Uint8Array) => bytes,
} as const;

function bytesOf({ kind, rows, text, bytes }: SampleFile): Uint8Array {
  if (kind === "image") return bytes(jpeg);
  const isText = rowsOf(kind).map((field) => field[5] === "text");
  return bytes(encodeMs932(text(writeCsv(rows, isText))));
}

function written<Kind extends FileKind>(kind: Kind, row: SampleRow<Kind>): readonly string[] {
  return changed(kind, [], row);
}

function changed<Kind extends FileKind>(
  kind: Kind,
  row: readonly string[],
  values: SampleRow<Kind>,
): readonly string[] {
  const byKey: { readonly [key: string]: string | undefined } = values;
  return rowsOf(kind).map(([, key], column) => byKey[key] ?? row[column] ?? "");
}
