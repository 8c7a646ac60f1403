import "./recover.css";
import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { officeIdFault } from "../../parts/form/id-rules.ts";
import { officeNumberFault } from "../../parts/form/office-number.ts";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useAction } from "../../parts/state/use-action.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendOfficeId } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";

/** Asking for a lost ID or password. What follows is said the same whether there is such an office or not. */
export function LostPage(): ReactNode {
  const [asked, setAsked] = useState(false);
  return (
    <Frame suffix="利用状況">
      {asked ? <AskedPage /> : <AskPage onAsked={() => setAsked(true)} />}
    </Frame>
  );
}

function AskPage({ onAsked }: { readonly onAsked: () => void }): ReactNode {
  const form = useForm({
    initial: { office: "" },
    rules: { office: officeFault },
    mends: { office: mendOfficeId },
  });
  const ask = useAction(async (body: typeof form.values) => {
    await centre.askRecovery({ body });
    onAsked();
  });
  return (
    <Page
      title="IDやパスワードが分からないとき"
      lead="登録されているメールアドレスに、IDを確かめて新しいパスワードを決めるためのリンクを送ります。"
      width="narrow"
    >
      <Card>
        <Form
          label="IDやパスワードの確認"
          onSubmit={() => {
            const values = form.check();
            if (values !== undefined) ask.run(values);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="申し込めませんでした" error={ask.error} otherSide={theCentre} />
          <FormField
            field={form.field("office")}
            label="事業所番号"
            hint="10文字です（例 12A3456789）。KJから始まる事業所ユーザIDでもかまいません。"
            width="half"
            autoComplete="off"
          />
          <div className="form-actions">
            <Button look="primary" type="submit" pending={ask.pending}>
              申し込む
            </Button>
            <LinkButton href={addressOf()}>ログインに戻る</LinkButton>
          </div>
        </Form>
      </Card>
      <p className="soft small">
        cから始まる個人ユーザIDとそのパスワードは、事業所の管理者が発行します。管理者の方にお聞きください。
      </p>
    </Page>
  );
}

function AskedPage(): ReactNode {
  return (
    <Page title="申し込みを受け付けました" width="narrow">
      <Notice tone="good" title="数分のうちに、メールをご確認ください。" live="status">
        <p>登録されているメールアドレスに、リンクを送ります。リンクは3日間、1度だけ使えます。</p>
      </Notice>
      <Card title="メールが届かないとき">
        <ul className="lost-list">
          <li>迷惑メールのフォルダーに入っていないか、ご確認ください。</li>
          <li>
            メールアドレスが登録されていない事業所には、通知書を郵送します。届くまで2週間ほどかかります。
          </li>
          <li>
            事業所番号が違っていると、何も届きません。番号をご確認のうえ、申し込み直してください。
          </li>
        </ul>
      </Card>
      <p>
        <a href={addressOf()}>ログインの画面へ</a>
      </p>
    </Page>
  );
}

/** An office number, or the ID made of it. */
function officeFault(typed: string): string | undefined {
  if (typed === "") return "事業所番号を入力してください。";
  if (typed.startsWith("HJ")) {
    return "法人ユーザIDとパスワードの再発行は、運営窓口にご連絡ください。";
  }
  return /^(KJ|HD)/.test(typed) ? officeIdFault(typed) : officeNumberFault(typed);
}
