import type { OfficeName, PersonName } from "@tsunagi/contract";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { officeIdFault } from "../../parts/form/id-rules.ts";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendOfficeId } from "../../parts/words/mend-input.ts";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";
import { LoginFrame } from "./LoginFrame.tsx";

interface OfficeLoginProps {
  readonly office: OfficeName;
  readonly person: { readonly personId: string; readonly name: PersonName };
}

/** ログイン 2段階目: the office. */
export function OfficeLogin({ office, person }: OfficeLoginProps): ReactNode {
  const { enter } = useDesk();
  const form = useForm({
    initial: { officeId: likelyOfficeId(office.number), password: "" },
    rules: { officeId: officeIdFault, password: needed("パスワード") },
    mends: { officeId: mendOfficeId },
  });
  const logIn = useDeskAction(async (body: typeof form.values) => {
    enter(await desk.logInOffice({ body }));
  });
  const back = useDeskAction(async () => {
    enter(await desk.logOut());
  });

  return (
    <LoginFrame office={office} step={1}>
      <Form
        label="事業所ユーザのログイン"
        onSubmit={() => {
          const values = form.check();
          if (values !== undefined) logIn.run(values);
        }}
      >
        <p>
          {person.name.familyName} {person.name.givenName}{" "}
          さん、続けて事業所のログインをお願いします。
        </p>
        <ErrorSummary faults={form.summary} tries={form.tries} />
        <Failure
          title="ログインできませんでした"
          error={logIn.error ?? back.error}
          otherSide={theApp}
        />
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
        <div className="form-actions">
          <Button look="primary" type="submit" pending={logIn.pending}>
            ログインする
          </Button>
          <Button look="quiet" onPress={back.run} pending={back.pending}>
            個人ユーザのログインに戻る
          </Button>
        </div>
      </Form>
    </LoginFrame>
  );
}

/** An office number begins with its prefecture, so the ID can be filled in; it stays open to change. */
function likelyOfficeId(number: string): string {
  const prefecture = number.slice(0, 2);
  return /^[0-9]{2}$/.test(prefecture) ? `KJ${prefecture}${number}` : "";
}
