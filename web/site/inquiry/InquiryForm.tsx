import { type InquirySubject, inquirySubjects, type NewInquiry } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { emailFault } from "../../parts/form/email-rules.ts";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { mendOfficeNumber, officeNumberFault } from "../../parts/form/office-number.ts";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useAction } from "../../parts/state/use-action.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendName, mendWidth } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";

/** What an inquiry holds at most, in characters. */
const longest = 4000;

interface InquiryFormProps {
  readonly onReceived: (number: string) => void;
}

export function InquiryForm({ onReceived }: InquiryFormProps): ReactNode {
  const [subject, setSubject] = useState<InquirySubject>("start");
  const form = useForm({
    initial: { name: "", organisation: "", officeNumber: "", email: "", emailAgain: "", text: "" },
    rules: {
      name: needed("お名前"),
      officeNumber: (number) => (number === "" ? undefined : officeNumberFault(number)),
      email: emailFault,
      emailAgain: (again, { email }) =>
        again.toLowerCase() === email.toLowerCase()
          ? undefined
          : "2つのメールアドレスが一致していません。",
      text: textFault,
    },
    mends: {
      name: mendName,
      organisation: mendName,
      officeNumber: mendOfficeNumber,
      email: mendWidth,
      emailAgain: mendWidth,
    },
  });
  const send = useAction(async (values: typeof form.values) => {
    const { number } = await centre.inquire({ body: inquiryFrom(values, subject) });
    onReceived(number);
  });
  return (
    <Card>
      <Form
        label="お問い合わせ"
        onSubmit={() => {
          const values = form.check();
          if (values !== undefined) send.run(values);
        }}
      >
        <ErrorSummary faults={form.summary} tries={form.tries} />
        <Failure title="受け付けられませんでした" error={send.error} otherSide={theCentre} />
        <Choice
          label="何についてですか"
          value={subject}
          onChange={setSubject}
          options={Object.entries(inquirySubjects).map(([value, label]) => ({
            // The keys of the table are the subjects.
            value: value as InquirySubject,
            label,
          }))}
        />
        <FormField
          field={form.field("text")}
          label="お問い合わせの内容（必須）"
          hint="画面に出た文、いつ、何をしたときかを書いていただくと、早くお答えできます。利用者さんのお名前や被保険者番号、パスワードは書かないでください。"
          rows={7}
        />
        <FormField
          field={form.field("name")}
          label="お名前（必須）"
          width="half"
          autoComplete="name"
        />
        <FormField
          field={form.field("organisation")}
          label="事業所名など"
          autoComplete="organization"
        />
        <FormField
          field={form.field("officeNumber")}
          label="事業所番号"
          hint="10文字。分かるときだけで構いません。"
          width="short"
        />
        <FormField
          field={form.field("email")}
          label="メールアドレス（必須）"
          hint="回答をお送りします。"
          type="email"
          autoComplete="email"
        />
        <FormField
          field={form.field("emailAgain")}
          label="メールアドレス（確認用）（必須）"
          type="email"
          autoComplete="email"
        />
        <p className="soft small">
          お名前とメールアドレスは、お答えするためだけに使います。回答から1年たつと消します。
        </p>
        <div className="form-actions">
          <Button look="primary" type="submit" pending={send.pending}>
            送信する
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function textFault(text: string): string | undefined {
  if (text.trim() === "") return "お問い合わせの内容を入力してください。";
  if (text.length <= longest) return undefined;
  return `内容は${longest}文字までです。いまは${text.length}文字です。`;
}

function inquiryFrom(
  {
    organisation,
    officeNumber,
    ...values
  }: Readonly<
    Record<"name" | "organisation" | "officeNumber" | "email" | "emailAgain" | "text", string>
  >,
  subject: InquirySubject,
): NewInquiry {
  return {
    ...values,
    subject,
    ...(organisation !== "" && { organisation }),
    ...(officeNumber !== "" && { officeNumber }),
  };
}
