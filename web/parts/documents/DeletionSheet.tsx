import type { DeletionDocument } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { nameOf } from "./sheet-head.ts";

/** What the receiver is asked to delete, in words. */
export function DeletionSheet({ document }: { readonly document: DeletionDocument }): ReactNode {
  return (
    <>
      <p>受け取った側のソフトで、次のデータが削除されます。</p>
      <ul className="stack-narrow">
        {document.deletions.map(({ row, record, says }) => (
          <li key={row}>
            {nameOf(record)}: {says}
          </li>
        ))}
      </ul>
    </>
  );
}
