import "./recovery-codes.css";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { usePortal } from "../portal-context.ts";

/** Ten recovery codes, shown this once, to be printed or written down. */
export function RecoveryCodeSheet({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const { session } = usePortal();
  return (
    <>
      <div className="no-print">
        <Notice tone="warn" title="回復コードは、この画面でしか表示されません。" live="status">
          <p>印刷するか書き写して、鍵のかかる場所に保管してください。</p>
        </Notice>
      </div>
      <section className="recovery-codes" aria-label="回復コード">
        <h2>回復コード</h2>
        <p>{session.office.name}</p>
        <ol className="recovery-codes-list">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p>
          メールや認証アプリのコードが使えないときに、コードの代わりに入力します。1つのコードは1度だけ使えます。使ったものには線を引いてください。
        </p>
      </section>
      <div className="row no-print">
        <Button
          look="primary"
          icon="print"
          onPress={() => {
            window.print();
          }}
        >
          印刷する
        </Button>
        <LinkButton href={addressOf("security")}>控えました。セキュリティの画面へ</LinkButton>
      </div>
    </>
  );
}
