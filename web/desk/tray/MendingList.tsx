import "./mending-list.css";
import type { MendedFile } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { placeOf } from "../../parts/files/shown-finding.ts";
import { Button } from "../../parts/look/Button.tsx";

/** Of each file, what is shown before the user asks for all. */
const shownAtFirst = 5;

/** What is put right, by file. */
export function MendingList({ files }: { readonly files: readonly MendedFile[] }): ReactNode {
  return (
    <ul className="mendings" aria-label="直すところ">
      {files.map((file) => (
        <li key={file.fileId}>
          <strong>{file.title}</strong> <span className="code small soft">{file.originalName}</span>
          <Mendings {...file} />
        </li>
      ))}
    </ul>
  );
}

function Mendings({ mendings, count }: Pick<MendedFile, "mendings" | "count">): ReactNode {
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
