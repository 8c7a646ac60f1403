import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { mendOfficeNumber, officeNumberFault } from "../../parts/form/office-number.ts";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { useAction } from "../../parts/state/use-action.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { mendName } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";

/** Asks which office will use the product. */
export function DownloadForm({
  onAsked,
}: {
  readonly onAsked: (officeNumber: string) => void;
}): ReactNode {
  const form = useForm({
    initial: { organisation: "", officeNumber: "" },
    rules: { organisation: needed("組織名"), officeNumber: officeNumberFault },
    mends: { organisation: mendName, officeNumber: mendOfficeNumber },
  });
  const apply = useAction(async (body: typeof form.values) => {
    await centre.applyForDownload({ body });
    onAsked(body.officeNumber);
  });
  return (
    <Card>
      <Form
        label="製品ダウンロードの申し込み"
        onSubmit={() => {
          const values = form.check();
          if (values !== undefined) apply.run(values);
        }}
      >
        <ErrorSummary faults={form.summary} tries={form.tries} />
        <Failure title="受け付けられませんでした" error={apply.error} otherSide={theCentre} />
        <FormField
          field={form.field("organisation")}
          label="組織名（必須）"
          hint="例 ○○居宅介護支援事業所。お一人のお名前は書かないでください。"
          autoComplete="organization"
        />
        <FormField
          field={form.field("officeNumber")}
          label="介護保険事業所番号（必須）"
          hint="10文字の半角の数字と英大文字です。例 12A3456789"
          width="short"
        />
        <p className="soft small">
          組織名と事業所番号は、どの事業所に何回お渡ししたかを数えるために控え、2年で消します。そのほかは控えません。
        </p>
        <div className="form-actions">
          <Button look="primary" type="submit" pending={apply.pending}>
            製品ダウンロードに進む
          </Button>
        </div>
      </Form>
    </Card>
  );
}
