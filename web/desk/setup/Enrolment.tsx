import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { officeIdFault } from "../../parts/form/id-rules.ts";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { newPasswordAgainFault, newPasswordFault } from "../../parts/form/password-rules.ts";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Progress } from "../../parts/look/Progress.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendOfficeId } from "../../parts/words/mend-input.ts";
import { codeOf } from "../../parts/words/sentence-of.ts";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";
import { ProvisionalPassword } from "./ProvisionalPassword.tsx";

/** 初期設定: makes the key on this machine and puts in the certificate. */
export function Enrolment({
  suggestedOfficeId,
}: {
  readonly suggestedOfficeId: string | null;
}): ReactNode {
  const { enter } = useDesk();
  const [provisionalFor, setProvisionalFor] = useState<string>();
  const form = useForm({
    initial: {
      officeId: suggestedOfficeId ?? "",
      password: "",
      newPassword: "",
      newPasswordAgain: "",
      issuePassword: "",
    },
    rules: {
      officeId: officeIdFault,
      password: needed("パスワード"),
      issuePassword: needed("証明書発行用パスワード"),
      newPassword: (typed, all) =>
        all.officeId === provisionalFor ? newPasswordFault(typed) : undefined,
      newPasswordAgain: (again, all) =>
        all.officeId === provisionalFor ? newPasswordAgainFault(again, all.newPassword) : undefined,
    },
    mends: { officeId: mendOfficeId },
  });
  const provisional = provisionalFor === form.values.officeId;

  const enrol = useDeskAction(
    async ({ officeId, password, newPassword, issuePassword }: typeof form.values) => {
      const body = {
        officeId,
        password,
        issuePassword,
        ...(officeId === provisionalFor ? { newPassword } : {}),
      };
      await desk.enrol({ body }).then(enter, (error: unknown) => {
        if (codeOf(error) !== "password-change-required") throw error;
        setProvisionalFor(officeId);
      });
    },
  );

  return (
    <Frame suffix="初期設定">
      <Page
        title="初期設定"
        lead="この端末で鍵を作り、電子証明書を入れます。はじめに一度だけ行う設定で、1分ほどで終わります。"
        width="narrow"
      >
        <Card>
          <Form
            label="初期設定"
            onSubmit={() => {
              const values = form.check();
              if (values !== undefined) enrol.run(values);
            }}
          >
            <ErrorSummary faults={form.summary} tries={form.tries} />
            <Failure
              title="電子証明書を入れられませんでした"
              error={enrol.error}
              otherSide={theApp}
            />
            <p>
              お手元に、郵便で届いた<strong>通知書</strong>
              をご用意ください。すべての欄に入力が必要です。
            </p>
            <FormField
              field={form.field("officeId")}
              label="事業所ユーザID"
              hint="KJから始まる14文字です。"
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
            <PasswordField
              field={form.field("issuePassword")}
              label="証明書発行用パスワード"
              hint="ログインのパスワードとは別に、通知書に書かれているものです。"
              autoComplete="off"
            />
            {enrol.pending ? (
              <Progress label="この端末で鍵を作り、電子証明書を入れています" />
            ) : null}
            <div className="form-actions">
              <Button look="primary" type="submit" icon="shield" pending={enrol.pending}>
                電子証明書を入れる
              </Button>
            </div>
          </Form>
        </Card>
        <p className="soft small">
          作った鍵はこの端末の外に出ません。センターへは、証明書の申請だけを送ります。
        </p>
      </Page>
    </Frame>
  );
}
