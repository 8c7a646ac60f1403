import "./mending-list.css";
import { type ReactNode, useState } from "react";
import { Button } from "../look/Button.tsx";
import { placeOf } from "./shown-finding.ts";

/** What was put right in a file, or would be. */
export interface ShownMending {
  /** What the file is, e.g. 第6表 予定. */
  readonly title: string;
  /** Its name before. */
  readonly originalName: string;
  readonly mendings: readonly {
    readonly row?: number;
    readonly field?: number;
    readonly fieldName?: string;
    readonly message: string;
  }[];
  /** How many things there are, those not listed among them. */
  readonly count: number;
}

/** Of each file, what is shown before the user asks for all. */
const shownAtFirst = 5;

/** What is put right, by file. */
export function MendingList({ files }: { readonly files: readonly ShownMending[] }): ReactNode {
  return (
    <ul className="mendings" aria-label="直すところ">
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and the list does not move
        <li key={index}>
          <strong>{file.title}</strong> <span className="code small soft">{file.originalName}</span>
          <Mendings {...file} />
        </li>
      ))}
    </ul>
  );
}

function Mendings({ mendings, count }: Pick<ShownMending, "mendings" | "count">): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? mendings : mendings.slice(0, shownAtFirst);
  return (
    <>
      <ul className="mendings-of-file">
        {shown.map(({ message, row, ...field }, index) => {
          const rows = row === undefined ? [] : [row];
          const place = placeOf({ finding: { severity: "warning", message, ...field }, rows });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: mendings have no identity and do not move
            <li key={index}>
              {place === "" ? null : <span className="soft">{place}: </span>}
              {message}
            </li>
          );
        })}
      </ul>
      {shown.length === mendings.length ? null : (
        <Button
          look="quiet"
          onPress={() => {
            setAll(true);
          }}
        >
          残り{mendings.length - shown.length}件も表示する
        </Button>
      )}
      {all && count > mendings.length ? (
        <p className="soft">ほかに{count - mendings.length}件あります。</p>
      ) : null}
    </>
  );
}
