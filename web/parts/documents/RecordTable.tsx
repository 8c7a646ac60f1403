import { type FileKind, fieldsOf } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { recordInWords } from "./field-words.ts";
import { WideTable } from "./WideTable.tsx";

interface RecordTableProps {
  readonly caption: string;
  readonly kind: FileKind;
  readonly rows: readonly { readonly row: number; readonly record: object }[];
  /** Keys of fields that stand elsewhere. */
  readonly without: readonly string[];
}

/** Rows of a file as a table; a column that is empty in all of them is left out. */
export function RecordTable({ caption, kind, rows, without }: RecordTableProps): ReactNode {
  const inWords = rows.map(({ row, record }) => ({
    row,
    words: new Map(recordInWords(kind, record, without).map(({ key, words }) => [key, words])),
  }));
  const columns = fieldsOf(kind).filter(({ key }) => inWords.some(({ words }) => words.has(key)));
  if (columns.length === 0) return null;
  return (
    <WideTable caption={caption}>
      <thead>
        <tr>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inWords.map(({ row, words }) => (
          <tr key={row}>
            {columns.map(({ key }) => (
              <td key={key} className="as-written">
                {words.get(key)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
