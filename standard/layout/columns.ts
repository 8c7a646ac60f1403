import { type FileKind, type Layouts, layouts } from "./layouts.ts";

/** The column, from 0, of each field of a kind, by the field's key. */
export type Columns<Kind extends FileKind> = {
  readonly [Key in Layouts[Kind]["fields"][number][1]]: number;
};

/** Where the fields of a kind stand in its rows. */
export function columnsOf<Kind extends FileKind>(kind: Kind): Columns<Kind> {
  const entries = layouts[kind].fields.map(([number, key]) => [key, number - 1]);
  // The keys are those of the layout, which fromEntries does not follow.
  return Object.fromEntries(entries) as Columns<Kind>;
}
