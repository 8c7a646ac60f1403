import type { ReactNode } from "react";

/** What an address is used for. */
export function MailHint(): ReactNode {
  return (
    <>
      招待のメールを送るためだけに使い、送り終えるとセンターから消えます。リンクは7日間、1度だけ使えます。
    </>
  );
}
