import type { CodeSent } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { emailFault } from "../../parts/form/email-rules.ts";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendWidth } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction } from "../portal-context.ts";
import { SendAgain } from "../session/SendAgain.tsx";
import { ConfirmCode } from "./ConfirmCode.tsx";

/** An address that waits for the code that was mailed to it. */
interface Waiting {
  readonly body: { readonly email: string; readonly password: string };
  readonly sent: CodeSent;
}

/** セキュリティ用メールアドレス: the address, then the code that was mailed to it. */
export function AddressPage(): ReactNode {
  const [waiting, setWaiting] = useState<Waiting>();
  return (
    <Page
      title="メールで届くコードの設定"
      lead="ログインのとき、ここで決めたメールアドレスに届く6桁のコードも入力するようになります。"
      back={{ href: addressOf("security"), label: "セキュリティ" }}
      width="narrow"
    >
      <Card>
        {waiting === undefined ? (
          <AddressForm onWaiting={setWaiting} />
        ) : (
          <CodeStep waiting={waiting} onWaiting={setWaiting} />
        )}
      </Card>
    </Page>
  );
}

function AddressForm({ onWaiting }: { readonly onWaiting: (waiting: Waiting) => void }): ReactNode {
  const form = useForm({
    initial: { email: "", password: "" },
    rules: { email: emailFault, password: needed("パスワード") },
    mends: { email: mendWidth },
  });
  const set = usePortalAction(async (body: Waiting["body"]) => {
    onWaiting({ body, sent: await centre.setSecurityAddress({ body }) });
  });
  return (
    <Form
      label="メールで届くコードの設定"
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) set.run(values);
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title="コードを送れませんでした" error={set.error} otherSide={theCentre} />
      <FormField
        field={form.field("email")}
        label="セキュリティ用メールアドレス"
        hint="ログインする人が、すぐに見られるアドレスにしてください。"
        type="email"
        autoComplete="email"
      />
      <PasswordField
        field={form.field("password")}
        label="いまのパスワード"
        hint="本人であることを確かめるため、もう一度入力してください。"
        autoComplete="current-password"
      />
      <div className="form-actions">
        <Button look="primary" type="submit" pending={set.pending}>
          確認のコードを送る
        </Button>
      </div>
    </Form>
  );
}

interface CodeStepProps {
  readonly waiting: Waiting;
  readonly onWaiting: (waiting: Waiting) => void;
}

function CodeStep({ waiting: { body, sent }, onWaiting }: CodeStepProps): ReactNode {
  return (
    <>
      <Notice tone="info" title={`${body.email} にコードを送りました。`} live="status">
        <p>まだ設定は終わっていません。届いたコードを入力してください。</p>
      </Notice>
      <ConfirmCode
        hint={`${sent.minutes}分のうちに入力してください。`}
        takesFocus
        work={async (code) => {
          await centre.confirmSecurityAddress({ body: { code } });
          goTo(addressOf("security", "address-set"));
        }}
      />
      <SendAgain
        sent={sent}
        send={() => centre.setSecurityAddress({ body })}
        onSent={(again) => onWaiting({ body, sent: again })}
      />
    </>
  );
}
