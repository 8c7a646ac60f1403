import type { CodeSent, OfficeSession } from "@tsunagi/contract/exchange";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Agree } from "../../parts/form/Agree.tsx";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { useAction } from "../../parts/state/use-action.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { centre, theCentre } from "../api.ts";
import { storeBrowser } from "./browser-store.ts";
import { codeFault, recoveryCodeFault } from "./code-words.ts";
import { SendAgain } from "./SendAgain.tsx";

/** Who has shown ID and password, and is asked for a code. */
export interface Asked {
  readonly officeId: string;
  readonly password: string;
  readonly sent: CodeSent;
}

interface CodePageProps {
  readonly asked: Asked;
  readonly onEnter: (session: OfficeSession) => void;
  readonly onBack: () => void;
}

/** The second factor of a login: a code by mail or of the app, or one of the recovery codes. */
export function CodePage({ asked, onEnter, onBack }: CodePageProps): ReactNode {
  const [recovering, setRecovering] = useState(false);
  const { way } = asked.sent;
  return (
    <Page
      title={recovering ? "回復コードの入力" : "コードの入力"}
      lead={recovering ? recoveryLead : leads[way]}
      width="narrow"
    >
      <Card>
        {recovering ? (
          <RecoveryForm asked={asked} onEnter={onEnter} />
        ) : (
          <CodeForm asked={asked} onEnter={onEnter} />
        )}
      </Card>
      <div className="row">
        <Button look="quiet" onPress={() => setRecovering((before) => !before)}>
          {recovering ? "6桁のコードを使う" : "回復コードを使う"}
        </Button>
        <Button look="quiet" onPress={onBack}>
          ログインの画面に戻る
        </Button>
      </div>
      <p className="soft small">
        どちらも使えないときは、ヘルプデスクへご連絡ください。本人かどうかを確かめたうえで、新しい通知書を郵送します。
      </p>
    </Page>
  );
}

const leads: Readonly<Record<CodeSent["way"], string>> = {
  mail: "ほかの人が使えないように、メールで届くコードを確かめます。",
  app: "ほかの人が使えないように、認証アプリのコードを確かめます。",
};
const recoveryLead =
  "控えておいた回復コードのうち、まだ使っていないものを1つ入力してください。1つのコードは1度だけ使えます。";

type FormProps = Omit<CodePageProps, "onBack">;

function CodeForm({ asked, onEnter }: FormProps): ReactNode {
  const { officeId, password } = asked;
  const [sent, setSent] = useState(asked.sent);
  const [remember, setRemember] = useState(false);
  return (
    <>
      <TypedCode
        asked={asked}
        label="コードの入力"
        fault={codeFault}
        field={{
          label: "コード (6桁の数字)",
          hint:
            sent.way === "app"
              ? "スマートフォンの認証アプリを開き、いま出ている数字を入力してください。"
              : `${sent.to ?? ""} に送りました。${sent.minutes}分のうちに入力してください。`,
          type: "tel",
          width: "short",
          autoComplete: "one-time-code",
        }}
        onEnter={async (session) => {
          onEnter(session);
          if (!remember) return;
          const { browser } = await centre.rememberBrowser();
          storeBrowser(window.localStorage, officeId, browser);
        }}
      >
        <Agree agreed={remember} onChange={setRemember}>
          このブラウザでは、30日間コードを求めない（共用のパソコンでは選ばないでください）
        </Agree>
      </TypedCode>
      {sent.way === "mail" ? (
        <SendAgain
          sent={sent}
          send={() => centre.askLoginCode({ body: { officeId, password } })}
          onSent={setSent}
        />
      ) : null}
    </>
  );
}

function RecoveryForm({ asked, onEnter }: FormProps): ReactNode {
  return (
    <TypedCode
      asked={asked}
      label="回復コードの入力"
      fault={recoveryCodeFault}
      field={{ label: "回復コード", hint: "英字と数字の12文字です。", width: "half" }}
      onEnter={async (session) => onEnter(session)}
    />
  );
}

interface TypedCodeProps {
  readonly asked: Asked;
  readonly label: string;
  readonly fault: (typed: string) => string | undefined;
  readonly field: Omit<ComponentProps<typeof FormField>, "field">;
  readonly onEnter: (session: OfficeSession) => Promise<void>;
  readonly children?: ReactNode;
}

/** One code of any kind, and the login with it. */
function TypedCode({ asked, label, fault, field, onEnter, children }: TypedCodeProps): ReactNode {
  const { officeId, password } = asked;
  const form = useForm({ initial: { code: "" }, rules: { code: fault } });
  const logIn = useAction(async (code: string) => {
    await onEnter(await centre.logInOffice({ body: { officeId, password, code } }));
  });
  return (
    <Form
      label={label}
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) logIn.run(values.code);
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title="ログインできませんでした" error={logIn.error} otherSide={theCentre} />
      <FormField {...field} field={form.field("code")} takesFocus />
      {children}
      <div className="form-actions">
        <Button look="primary" type="submit" pending={logIn.pending}>
          ログインする
        </Button>
      </div>
    </Form>
  );
}
