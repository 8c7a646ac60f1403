import "./settings.css";
import type { OfficeName } from "@tsunagi/contract";
import { type ReactNode, useState } from "react";
import { saveFile } from "../../parts/files/save-file.ts";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Icon } from "../../parts/look/Icon.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { useForm } from "../../parts/state/use-form.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import {
  exportPasswordAgainFault,
  exportPasswordFault,
  type Strength,
  strengthOf,
} from "./export-password.ts";
import { backToSettings } from "./settings-places.ts";

const empty = { password: "", again: "" } as const;

/** 証明書をファイルに取り出す: key and certificate in one file, for other programs of the office. */
export function TakeOutPage({ office }: { readonly office: OfficeName }): ReactNode {
  const name = `tsunagi-${office.number}.p12`;
  const [saved, setSaved] = useState(false);
  const form = useForm({
    initial: { ...empty },
    rules: {
      password: exportPasswordFault,
      again: (again, { password }) => exportPasswordAgainFault(again, password),
    },
  });
  const takeOut = useDeskAction(async (password: string) => {
    const bytes = await desk.exportCertificate({ body: { password } });
    saveFile({ name, bytes, type: "application/x-pkcs12" });
    form.put(empty);
    setSaved(true);
  });

  return (
    <Page
      title="証明書をファイルに取り出す"
      lead="この端末の鍵と電子証明書を、パスワードをかけた1つのファイル (PKCS#12、.p12) にして保存します。"
      back={backToSettings}
      width="narrow"
    >
      <Card title="取り出す前に">
        <ul className="settings-list">
          <li>
            貴事業所が使う別のソフトや、ほかのパソコンのブラウザーに、電子証明書を入れるときに使います。ふだんの送受信では要りません。
          </li>
          <li>
            ファイルとパスワードの両方を手に入れた人は、<strong>貴事業所になりすませます</strong>
            。メールで送ったり、共有のフォルダーに置いたりしないでください。
          </li>
          <li>入れ終わったら、ファイルを消してください。要るときは、また取り出せます。</li>
          <li>
            ファイルを失くしたときは、すぐに利用状況Webサイトで電子証明書を失効させてください。
          </li>
        </ul>
      </Card>
      <Card>
        <Form
          label="証明書をファイルに取り出す"
          onSubmit={() => {
            const values = form.check();
            if (values === undefined) return;
            setSaved(false);
            takeOut.run(values.password);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="取り出せませんでした" error={takeOut.error} otherSide={theApp} />
          <PasswordField
            field={form.field("password")}
            label="ファイルのパスワード"
            hint="半角の英字、数字、記号で12文字以上。ログインのパスワードとは別のものにしてください。"
            autoComplete="off"
          />
          <ShownStrength strength={strengthOf(form.values.password)} />
          <PasswordField
            field={form.field("again")}
            label="ファイルのパスワード (確認用)"
            hint="同じものをもう一度入力してください。忘れると、ファイルは開けません。"
            autoComplete="off"
          />
          {saved ? (
            <Notice tone="good" title={`「${name}」を保存しました。`} live="status">
              <p>
                保存先は、ブラウザーの「ダウンロード」です。別のソフトに入れるときに、いま決めたパスワードを入力します。
              </p>
            </Notice>
          ) : null}
          <div className="form-actions">
            <Button look="primary" type="submit" icon="download" pending={takeOut.pending}>
              ファイルに取り出す
            </Button>
          </div>
        </Form>
      </Card>
      <p className="soft small measure">
        ファイルはこの端末の中で作られます。鍵もパスワードも、センターには送られません。
      </p>
    </Page>
  );
}

/** The place is always there, so that what appears in it is read out. */
function ShownStrength({ strength }: { readonly strength: Strength | undefined }): ReactNode {
  return (
    <p className={`settings-strength settings-${strength?.degree ?? "none"}`} role="status">
      {strength === undefined ? null : (
        <>
          <Icon name={strength.degree === "weak" ? "alert" : "check"} />
          <span>{strength.sentence}</span>
        </>
      )}
    </p>
  );
}
