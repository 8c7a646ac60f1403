import { isOfficeNumber, type PlanOffice, parseOfficeNumber } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendName, mendWidth } from "../../parts/words/mend-input.ts";

/** An office that is not on the network: its services belong into the plan all the same. */
export function OtherOffice({
  onPick,
}: {
  readonly onPick: (office: PlanOffice) => void;
}): ReactNode {
  const form = useForm({
    initial: { number: "", name: "" },
    rules: {
      number: (value) =>
        isOfficeNumber(value) ? undefined : "事業所番号を数字と大文字の英字で10桁にしてください。",
      name: needed("事業所の名称"),
    },
    mends: { number: (typed) => mendWidth(typed).toUpperCase(), name: mendName },
  });
  return (
    <details className="line-more">
      <summary>名簿にない事業所を入れる</summary>
      <Form
        label="名簿にない事業所"
        onSubmit={() => {
          const values = form.check();
          if (values === undefined) return;
          onPick({ number: parseOfficeNumber(values.number), name: values.name });
        }}
      >
        <ErrorSummary faults={form.summary} tries={form.tries} />
        <FormField
          field={form.field("number")}
          label="事業所番号"
          hint="このネットワークで受け取れない事業所にも、予定には入れます。送るのはファイルか紙になります。"
          width="short"
        />
        <FormField field={form.field("name")} label="事業所の名称" width="half" />
        <div>
          <Button type="submit">この事業所にする</Button>
        </div>
      </Form>
    </details>
  );
}
