import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { portalIdFault } from "../../parts/form/id-rules.ts";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useAction } from "../../parts/state/use-action.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendOfficeId } from "../../parts/words/mend-input.ts";
import { codeOf } from "../../parts/words/sentence-of.ts";
import { centre, theCentre } from "../api.ts";
import type { PortalSession } from "../portal-context.ts";
import { forgetBrowser, rememberedBrowser } from "./browser-store.ts";
import { type Asked, CodePage } from "./CodePage.tsx";

interface LoginPageProps {
  readonly why: "begin" | "logged-out" | "expired" | "new-password";
  readonly onEnter: (session: PortalSession) => void;
}

/** The login of the office account (事業所ユーザ), or of a corporation's (法人ユーザ). */
export function LoginPage({ why, onEnter }: LoginPageProps): ReactNode {
  const [asked, setAsked] = useState<Asked>();
  return (
    <Frame suffix="利用状況">
      {asked === undefined ? (
        <PasswordPage why={why} onEnter={onEnter} onAsked={setAsked} />
      ) : (
        <CodePage asked={asked} onEnter={onEnter} onBack={() => setAsked(undefined)} />
      )}
    </Frame>
  );
}

interface PasswordPageProps extends LoginPageProps {
  /** ID and password are right, and a code is asked for besides. */
  readonly onAsked: (asked: Asked) => void;
}

function PasswordPage({ why, onEnter, onAsked }: PasswordPageProps): ReactNode {
  const form = useForm({
    initial: { officeId: "", password: "" },
    rules: { officeId: portalIdFault, password: needed("パスワード") },
    mends: { officeId: mendOfficeId },
  });
  const logIn = useAction(async (body: typeof form.values) => {
    const { officeId: corporationId, password } = body;
    if (corporationId.startsWith("HJ")) {
      onEnter(await centre.logInCorporation({ body: { corporationId, password } }));
      return;
    }
    const browser = rememberedBrowser(window.localStorage, body.officeId);
    try {
      const shown = browser === undefined ? {} : { browser };
      onEnter(await centre.logInOffice({ body: { ...body, ...shown } }));
    } catch (error) {
      if (codeOf(error) !== "code-required") throw error;
      forgetBrowser(window.localStorage, body.officeId);
      onAsked({ ...body, sent: await centre.askLoginCode({ body }) });
    }
  });

  return (
    <Page
      title="ログイン"
      lead="利用申請、ライセンスの確認、個人ユーザと電子証明書の管理ができます。"
      width="narrow"
    >
      {logIn.error === undefined ? <WhyOut why={why} /> : null}
      <Card>
        <Form
          label="ログイン"
          onSubmit={() => {
            const values = form.check();
            if (values !== undefined) logIn.run(values);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="ログインできませんでした" error={logIn.error} otherSide={theCentre} />
          <FormField
            field={form.field("officeId")}
            label="事業所ユーザID"
            hint="KJから始まる14文字です。通知書に書かれています。法人の方は、HJから始まる法人ユーザIDを入力してください。"
            width="half"
            autoComplete="username"
          />
          <PasswordField
            field={form.field("password")}
            label="パスワード"
            hint="はじめての方は、通知書の仮パスワードを入力してください。"
            autoComplete="current-password"
          />
          <div className="form-actions">
            <Button look="primary" type="submit" pending={logIn.pending}>
              ログインする
            </Button>
          </div>
        </Form>
      </Card>
      <p>
        <a href={addressOf("lost")}>IDやパスワードが分からないとき</a>
      </p>
      <p className="soft small">HDから始まるIDは代理請求用のため、ここでは使えません。</p>
    </Page>
  );
}

function WhyOut({ why }: Pick<LoginPageProps, "why">): ReactNode {
  if (why === "begin") return null;
  if (why === "logged-out")
    return <Notice tone="good" title="ログアウトしました。" live="status" />;
  if (why === "new-password") {
    return (
      <Notice tone="good" title="新しいパスワードを決めました。" live="status">
        <p>2段階認証を設定しているため、新しいパスワードでログインし、コードを入力してください。</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="ログインの有効時間が過ぎました。" live="status">
      <p>続けるには、もう一度ログインしてください。</p>
    </Notice>
  );
}
