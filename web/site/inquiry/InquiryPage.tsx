import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { InquiryForm } from "./InquiryForm.tsx";

/** お問い合わせ: the form, and then its number. */
export function InquiryPage(): ReactNode {
  const [received, setReceived] = useState<string>();
  return (
    <Page
      title="お問い合わせ"
      lead="いつでも受け付けます。回答は、メールと、受付番号で見られる画面でお届けします。"
      width="narrow"
    >
      {received === undefined ? (
        <>
          <div className="row">
            <LinkButton href={addressOf("faq")} icon="question">
              先によくある質問を見る
            </LinkButton>
            <LinkButton href={addressOf("inquiry", "state")} icon="clock">
              状態と回答を見る
            </LinkButton>
          </div>
          <InquiryForm onReceived={setReceived} />
        </>
      ) : (
        <>
          <Notice tone="good" title="お問い合わせを受け付けました。" live="status">
            <p>
              受付番号 <strong className="code">{received}</strong>
            </p>
            <p>
              受付のメールをお送りします。届かないときも、この番号とメールアドレスで状態と回答を見られます。番号をお控えください。
            </p>
          </Notice>
          <div>
            <LinkButton href={addressOf("inquiry", "state")} icon="clock">
              状態と回答を見る
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
