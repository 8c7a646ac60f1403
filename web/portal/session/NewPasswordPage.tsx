import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { NewPasswordFields } from "../../parts/form/NewPasswordFields.tsx";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { newPasswordAgainFault, newPasswordFault } from "../../parts/form/password-rules.ts";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { centre, theCentre } from "../api.ts";
import { usePortal, usePortalAction } from "../portal-context.ts";

/** Changing the password of the office account; `forced` when it is a provisional one. */
export function NewPasswordPage({ forced }: { readonly forced: boolean }): ReactNode {
  const { enter } = usePortal();
  const [changed, setChanged] = useState(false);
  const current = forced ? "いまの仮パスワード" : "いまのパスワード";
  const form = useForm({
    initial: { currentPassword: "", newPassword: "", newPasswordAgain: "" },
    rules: {
      currentPassword: needed(current),
      newPassword: (typed, all) =>
        typed !== "" && typed === all.currentPassword
          ? "いまと同じパスワードは使えません。別のものにしてください。"
          : newPasswordFault(typed),
      newPasswordAgain: (again, all) => newPasswordAgainFault(again, all.newPassword),
    },
  });
  const change = usePortalAction(
    async ({
      currentPassword,
      newPassword,
    }: Pick<typeof form.values, "currentPassword" | "newPassword">) => {
      enter(await centre.changeOfficePassword({ body: { currentPassword, newPassword } }));
      if (forced) goTo(addressOf("licence"));
      else setChanged(true);
    },
  );

  if (changed) {
    return (
      <Page title="パスワードを変更しました" width="narrow">
        <Notice
          tone="good"
          title="次のログインから、新しいパスワードをお使いください。"
          live="status"
        >
          <p>ほかの画面でのログインは、すべて終わりました。</p>
        </Notice>
        <p>
          <a href={addressOf("licence")}>ライセンスの画面へ</a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="パスワードの変更"
      lead={
        forced
          ? "仮パスワードのままでは先へ進めません。これから使うパスワードを決めてください。"
          : undefined
      }
      width="narrow"
    >
      <Card>
        <Form
          label="パスワードの変更"
          onSubmit={() => {
            const values = form.check();
            if (values !== undefined) change.run(values);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="変更できませんでした" error={change.error} otherSide={theCentre} />
          <PasswordField
            field={form.field("currentPassword")}
            label={current}
            autoComplete="current-password"
          />
          <NewPasswordFields
            password={form.field("newPassword")}
            again={form.field("newPasswordAgain")}
          />
          <div className="form-actions">
            <Button look="primary" type="submit" pending={change.pending}>
              パスワードを変更する
            </Button>
          </div>
        </Form>
      </Card>
      {forced ? null : (
        <p>
          <a href={addressOf("sessions")}>ログイン中の端末を見る</a>
        </p>
      )}
    </Page>
  );
}
