import type { FileKind } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { recordInWords } from "./field-words.ts";

interface RecordFactsProps {
  readonly kind: FileKind;
  readonly record: object;
  /** Keys of fields that stand elsewhere. */
  readonly without?: readonly string[];
}

/** A row of a file as a list: each field by its name in the standard, with its value in words. */
export function RecordFacts({ kind, record, without }: RecordFactsProps): ReactNode {
  return (
    <dl className="record-facts">
      {recordInWords(kind, record, without).map(({ key, name, words }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd className="as-written">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
