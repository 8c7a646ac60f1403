import "./settings.css";
import type { Backup, DeskSettings } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { Progress } from "../../parts/look/Progress.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { pastedPath, placeOf } from "./paths.ts";
import { backToSettings } from "./settings-places.ts";

/** バックアップを取る: a copy of the office's folder, in a place of the office's choice. */
export function BackupPage({ settings }: { readonly settings: DeskSettings }): ReactNode {
  const { lastBackup, keysEncrypted, folder } = settings;
  const [made, setMade] = useState<Backup>();
  const form = useForm({
    initial: { place: lastBackup === null ? "" : placeOf(lastBackup.folder) },
    rules: { place: needed("バックアップを置く場所") },
    mends: { place: pastedPath },
  });
  const backUp = useDeskAction(async (place: string) => {
    setMade(await desk.backUp({ body: { folder: place } }));
  });

  return (
    <Page
      title="バックアップを取る"
      lead="事業所のフォルダーの写しを、USBメモリや、ほかのパソコンの共有フォルダーに作ります。送受信を続けながら取れます。"
      back={backToSettings}
      width="narrow"
    >
      {made === undefined ? null : (
        <Notice tone="good" title="バックアップを取りました。" live="status">
          <p>
            次のフォルダーに入っています。
            <br />
            <span className="code">{made.folder}</span>
          </p>
        </Notice>
      )}
      <Card>
        <Form
          label="バックアップを取る"
          onSubmit={() => {
            const values = form.check();
            if (values === undefined) return;
            setMade(undefined);
            backUp.run(values.place);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="バックアップを取れませんでした" error={backUp.error} otherSide={theApp} />
          <FormField
            field={form.field("place")}
            label="バックアップを置く場所"
            hint={
              <>
                すでにあるフォルダーを指定してください。例
                <span className="code"> E:\つなぎの控え</span>
                。この中に、日時の名前のフォルダーができます。
              </>
            }
          />
          {backUp.pending ? (
            <Progress label="写しています。データが多いと、数分かかることがあります" />
          ) : null}
          <div className="form-actions">
            <Button look="primary" type="submit" icon="folder" pending={backUp.pending}>
              バックアップを取る
            </Button>
          </div>
        </Form>
      </Card>
      <Card title="保管のしかた">
        <ul className="settings-list">
          <li>
            事業所の鍵、送受信の記録、受け取ったデータの、すべてが入ります。利用者の個人情報を含むので、鍵のかかる場所に保管してください。
          </li>
          <li>
            {keysEncrypted
              ? "鍵は、いまと同じパスフレーズで暗号化されたままです。パスフレーズは別の場所に控えてください。"
              : "鍵は暗号化されていません。写しを手に入れた人は、貴事業所になりすませます。"}
          </li>
          <li>月に一度は取り、古いものは消してください。</li>
        </ul>
      </Card>
      <Card title="元に戻すとき">
        <ol className="settings-list settings-steps">
          <li>新しいパソコンに「つなぎ」を入れます。まだ起動しません。</li>
          <li>
            写しのフォルダーの中身を、新しいパソコンの「つなぎ」のフォルダーに写します。このパソコンでは
            <span className="code"> {folder} </span>です。
          </li>
          <li>「つなぎ」を起動し、個人ユーザ、事業所ユーザの順にログインします。</li>
        </ol>
        <p className="measure">
          元のパソコンと新しいパソコンの両方で使わないでください。同じ手順は、写しの中の「はじめにお読みください.txt」にもあります。
        </p>
      </Card>
    </Page>
  );
}
