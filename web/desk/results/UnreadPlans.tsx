import type { Unread } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Notice } from "../../parts/look/Notice.tsx";

const named = 5;

/** Says what of the plans could not be read, so that nobody takes them for whole. */
export function UnreadPlans({ unread }: { readonly unread: readonly Unread[] }): ReactNode {
  if (unread.length === 0) return null;
  const rest = unread.length - named;
  return (
    <Notice tone="warn" title="予定の中に、読めない行や値があります。">
      <p>実績にはそこが含まれません。送り主に、正しい予定を送り直すよう頼んでください。</p>
      <ul className="stack-narrow">
        {unread.slice(0, named).map(({ file, row, message }) => (
          <li key={`${file}/${row}/${message}`} className="small">
            <span className="code">{file}</span>
            {row === undefined ? "" : ` ${row}行目`}: {message}
          </li>
        ))}
        {rest > 0 ? <li className="small">ほかに{rest}か所</li> : null}
      </ul>
    </Notice>
  );
}
