import { type ReactNode, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";

interface CountTableProps {
  readonly caption: string;
  /** What the rows are. */
  readonly of: string;
  readonly rows: readonly (readonly [name: string, offices: number])[];
}

/** So many rows stand there at first. */
const atFirst = 8;

/** Names with numbers; a long table unfolds. */
export function CountTable({ caption, of, rows }: CountTableProps): ReactNode {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <div className="stack">
      <table className="members-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col" className="members-number">
              事業所
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([name, offices]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="members-number">{offices.toLocaleString("ja-JP")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === rows.length ? null : (
        <div>
          <Button
            look="quiet"
            label={`${caption}: 残り${rows.length - shown.length}行も見る`}
            onPress={() => {
              setAll(true);
            }}
          >
            残り{rows.length - shown.length}行も見る
          </Button>
        </div>
      )}
    </div>
  );
}
