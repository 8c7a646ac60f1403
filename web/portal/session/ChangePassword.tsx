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
import { useForm } from "../../parts/state/use-form.ts";
import { theCentre } from "../api.ts";
import { type PortalSession, useLogin, usePortalAction } from "../portal-context.ts";

/** Why a password is changed: because one wants to, or because nothing else is possible before. */
export type Why = "wanted" | "provisional" | "ended";

const leads: Readonly<Record<Why, string | undefined>> = {
  wanted: undefined,
  provisional: "仮パスワードのままでは先へ進めません。これから使うパスワードを決めてください。",
  ended: "パスワードの期限が過ぎました。これから使うパスワードを決めてください。",
};

interface Link {
  readonly href: string;
  readonly label: string;
}

interface ChangePasswordProps {
  readonly why: Why;
  /** Has the centre change it; the session that it answers is the one from then on. */
  readonly change: (passwords: {
    readonly currentPassword: string;
    readonly newPassword: string;
  }) => Promise<PortalSession>;
  /** Where one goes afterwards. */
  readonly home: Link;
  /** The way back, where the password need not be changed. */
  readonly back?: Link;
}

/** Changing the password of the account that is logged in. */
export function ChangePassword({ why, change, home, back }: ChangePasswordProps): ReactNode {
  const { enter } = useLogin();
  const [changed, setChanged] = useState(false);
  const current = why === "provisional" ? "いまの仮パスワード" : "いまのパスワード";
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
  const action = usePortalAction(
    async ({
      currentPassword,
      newPassword,
    }: Pick<typeof form.values, "currentPassword" | "newPassword">) => {
      enter(await change({ currentPassword, newPassword }));
      if (why === "wanted") setChanged(true);
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
          <a href={home.href}>{home.label}</a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="パスワードの変更"
      lead={leads[why]}
      {...(why === "wanted" && back && { back })}
      width="narrow"
    >
      <Card>
        <Form
          label="パスワードの変更"
          onSubmit={() => {
            const values = form.check();
            if (values !== undefined) action.run(values);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="変更できませんでした" error={action.error} otherSide={theCentre} />
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
            <Button look="primary" type="submit" pending={action.pending}>
              パスワードを変更する
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
