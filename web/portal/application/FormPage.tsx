import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { usePortal } from "../portal-context.ts";
import { ApplicationSteps } from "./ApplicationSteps.tsx";
import { draftMends, draftRules } from "./draft.ts";
import { storeDraft, storedDraft } from "./draft-store.ts";

/** Step 1, 申請情報入力. What is typed is kept for the tab, so that a reload or the back button loses nothing. */
export function FormPage(): ReactNode {
  const { office } = usePortal().session;
  const form = useForm({
    initial: storedDraft(window.sessionStorage, office.number),
    rules: draftRules,
    mends: draftMends,
    onValues: (draft) => {
      storeDraft(window.sessionStorage, office.number, draft);
    },
  });

  return (
    <Page
      title="利用申請 (1/3 申請情報入力)"
      back={{ href: addressOf("licence"), label: "ライセンスに戻る" }}
      width="narrow"
    >
      <ApplicationSteps current={0} />
      <Card>
        <Form
          label="申請情報入力"
          onSubmit={() => {
            if (form.check() !== undefined) goTo(addressOf("application", "terms"));
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <p className="soft">すべての欄に入力が必要です。</p>
          <div className="form-group">
            <p className="form-field-label">事業所名</p>
            <p>
              <OfficeLabel {...office} />
            </p>
            <p className="form-field-hint">ログインしたIDの事業所です。変更は要りません。</p>
          </div>
          <fieldset className="form-group">
            <legend>代表者氏名</legend>
            <div className="form-pair">
              <FormField field={form.field("representativeFamily")} label="代表者の姓" />
              <FormField field={form.field("representativeGiven")} label="代表者の名" />
            </div>
          </fieldset>
          <fieldset className="form-group">
            <legend>担当者氏名</legend>
            <div className="form-pair">
              <FormField field={form.field("contactFamily")} label="担当者の姓" />
              <FormField field={form.field("contactGiven")} label="担当者の名" />
            </div>
          </fieldset>
          <fieldset className="form-group">
            <legend>連絡先</legend>
            <FormField
              field={form.field("telephone")}
              label="電話番号 (ハイフンなし)"
              hint="例: 0312345678。全角やハイフンは、自動で直します。"
              type="tel"
              autoComplete="tel"
              width="short"
            />
            <FormField
              field={form.field("email")}
              label="メールアドレス"
              hint="利用期間や大切な変更のお知らせに使います。"
              type="email"
              autoComplete="email"
              width="half"
            />
            <FormField
              field={form.field("emailAgain")}
              label="メールアドレス (確認用)"
              type="email"
              width="half"
            />
          </fieldset>
          <div className="form-actions">
            <Button look="primary" type="submit">
              利用規約へ進む
            </Button>
            <span className="soft small">まだ申請にはなりません。</span>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
