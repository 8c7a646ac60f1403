import type { OfficeName } from "@tsunagi/contract";
import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { personIdFault } from "../../parts/form/id-rules.ts";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { newPasswordAgainFault, newPasswordFault } from "../../parts/form/password-rules.ts";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendPersonId } from "../../parts/words/mend-input.ts";
import { codeOf } from "../../parts/words/sentence-of.ts";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";
import { LoginFrame } from "./LoginFrame.tsx";
import { ProvisionalPassword } from "./ProvisionalPassword.tsx";

interface PersonLoginProps {
  readonly office: OfficeName;
  /** How the login has just ended under the user's hands, if it has. */
  readonly ended: "logged-out" | "ended" | undefined;
}

/** ログイン 1段階目: the person. A provisional password must be replaced here. */
export function PersonLogin({ office, ended }: PersonLoginProps): ReactNode {
  const { enter } = useDesk();
  const [provisionalFor, setProvisionalFor] = useState<string>();
  const form = useForm({
    initial: { personId: "", password: "", newPassword: "", newPasswordAgain: "" },
    rules: {
      personId: personIdFault,
      password: needed("パスワード"),
      newPassword: (typed, all) =>
        all.personId === provisionalFor ? newPasswordFault(typed) : undefined,
      newPasswordAgain: (again, all) =>
        all.personId === provisionalFor ? newPasswordAgainFault(again, all.newPassword) : undefined,
    },
    mends: { personId: mendPersonId },
  });
  const provisional = provisionalFor === form.values.personId;

  const logIn = useDeskAction(async ({ personId, password, newPassword }: typeof form.values) => {
    const body = { personId, password, ...(personId === provisionalFor ? { newPassword } : {}) };
    await desk.logInPerson({ body }).then(enter, (error: unknown) => {
      if (codeOf(error) !== "password-change-required") throw error;
      setProvisionalFor(personId);
    });
  });

  return (
    <LoginFrame office={office} step={0}>
      <Form
        label="個人ユーザのログイン"
        onSubmit={() => {
          const values = form.check();
          if (values !== undefined) logIn.run(values);
        }}
      >
        {logIn.error === undefined ? <HowItEnded ended={ended} /> : null}
        <ErrorSummary faults={form.summary} tries={form.tries} />
        <Failure title="ログインできませんでした" error={logIn.error} otherSide={theApp} />
        <FormField
          field={form.field("personId")}
          label="個人ユーザID"
          hint="cから始まる10文字です。事業所の管理者から受け取った書面にあります。"
          width="half"
          autoComplete="username"
        />
        <PasswordField
          field={form.field("password")}
          label="パスワード"
          autoComplete="current-password"
        />
        {provisional ? (
          <ProvisionalPassword
            password={form.field("newPassword")}
            again={form.field("newPasswordAgain")}
          />
        ) : null}
        <div className="form-actions">
          <Button look="primary" type="submit" pending={logIn.pending}>
            次へ進む
          </Button>
        </div>
        <p className="soft small">
          IDやパスワードが分からないときは、事業所の管理者に新しく発行してもらってください。管理者がいないときは、利用状況Webサイトに事業所ユーザでログインし、「個人ユーザ」で発行できます。
        </p>
      </Form>
    </LoginFrame>
  );
}

function HowItEnded({ ended }: Pick<PersonLoginProps, "ended">): ReactNode {
  if (ended === undefined) return null;
  const goOn = "続けるには、もう一度ログインしてください。送信の準備をしたファイルは残っています。";
  if (ended === "logged-out") {
    return (
      <Notice tone="info" title="ログアウトしました。" live="status">
        <p>{goOn}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="ログインが終わりました。" live="status">
      <p>
        ログインから8時間が過ぎたか、パスワードが変わったか、事業所の管理者がログインや利用を止めました。
        {goOn}
      </p>
    </Notice>
  );
}
