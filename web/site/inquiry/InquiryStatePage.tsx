import "./inquiry.css";
import { type Inquiry, inquirySubjects } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { emailFault } from "../../parts/form/email-rules.ts";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useAction } from "../../parts/state/use-action.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendWidth } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";

/** お問い合わせの状態: what was asked and what was answered, for who knows number and address. */
export function InquiryStatePage(): ReactNode {
  const [inquiry, setInquiry] = useState<Inquiry>();
  const form = useForm({
    initial: { number: "", email: "" },
    rules: { number: numberFault, email: emailFault },
    mends: { number: mendNumber, email: mendWidth },
  });
  const look = useAction(async (body: typeof form.values) => {
    setInquiry(undefined);
    setInquiry(await centre.inquiry({ body }));
  });
  return (
    <Page
      title="お問い合わせの状態"
      lead="受付番号と、そのとき入力したメールアドレスで見られます。"
      width="narrow"
      back={{ href: addressOf("inquiry"), label: "お問い合わせ" }}
    >
      <Card>
        <Form
          label="お問い合わせの状態"
          onSubmit={() => {
            const values = form.check();
            if (values !== undefined) look.run(values);
          }}
        >
          <ErrorSummary faults={form.summary} tries={form.tries} />
          <Failure title="表示できませんでした" error={look.error} otherSide={theCentre} />
          <FormField
            field={form.field("number")}
            label="受付番号"
            hint="Qから始まります。例 Q20260401-000001"
            width="short"
          />
          <FormField
            field={form.field("email")}
            label="メールアドレス"
            type="email"
            autoComplete="email"
          />
          <div className="form-actions">
            <Button look="primary" type="submit" pending={look.pending}>
              状態と回答を見る
            </Button>
          </div>
        </Form>
      </Card>
      <div role="status">{inquiry === undefined ? null : <Answered inquiry={inquiry} />}</div>
    </Page>
  );
}

function Answered({
  inquiry: { number, at, subject, text, answers },
}: {
  readonly inquiry: Inquiry;
}): ReactNode {
  return (
    <Card title={<span className="code">{number}</span>}>
      <div className="row">
        {answers.length === 0 ? (
          <Badge tone="warn" icon="clock">
            回答をお待ちください
          </Badge>
        ) : (
          <Badge tone="good" icon="check">
            回答しました
          </Badge>
        )}
        <span className="soft">
          <Moment at={at} /> 受付、{inquirySubjects[subject]}
        </span>
      </div>
      <section className="stack" aria-label="お問い合わせの内容">
        <h3>お問い合わせの内容</h3>
        <p className="inquiry-text">{text}</p>
      </section>
      {answers.map((answer) => (
        <section key={answer.at} className="inquiry-answer" aria-label="回答">
          <h3>
            回答{" "}
            <span className="soft small">
              <Moment at={answer.at} />
            </span>
          </h3>
          <p className="inquiry-text">{answer.text}</p>
        </section>
      ))}
    </Card>
  );
}

function mendNumber(typed: string): string {
  return mendWidth(typed).toUpperCase().replace(/\s/g, "");
}

function numberFault(number: string): string | undefined {
  if (number === "") return "受付番号を入力してください。";
  if (/^Q[0-9]{8}-[0-9]{6}$/.test(number)) return undefined;
  return "受付番号の形が違います。Qと8桁の数字、ハイフン、6桁の数字です。受付のメールをご確認ください。";
}
