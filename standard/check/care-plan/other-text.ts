import { columnsOf } from "../../layout/columns.ts";
import type { FileKind, Layouts } from "../../layout/layouts.ts";
import type { FileContext } from "../row-rules.ts";

type KeyOf<Kind extends FileKind> = Layouts[Kind]["fields"][number][1];

/** A code that means その他, and the field that says which. */
export type OtherText<Kind extends FileKind> = {
  readonly choice: KeyOf<Kind>;
  readonly other: string;
  readonly text: KeyOf<Kind>;
};

/** Finds その他 without its text, and a text without その他. */
export function otherText<Kind extends FileKind>(
  kind: Kind,
  { fields, findings }: FileContext,
  { choice, other, text }: OtherText<Kind>,
): (values: readonly string[], number: number) => void {
  const columns = columnsOf(kind);
  const [choiceField, textField] = [fields[columns[choice]], fields[columns[text]]];
  const about = { choice: choiceField?.[2] ?? "", text: textField?.[2] ?? "" };
  return (values, number) => {
    const isOther = values[columns[choice]] === other;
    const hasText = (values[columns[text]] ?? "") !== "";
    if (isOther && !hasText) {
      findings.report("other-without-text", about, { row: number, field: textField });
    }
    if (!isOther && hasText) {
      findings.report("text-without-other", about, { row: number, field: choiceField });
    }
  };
}
