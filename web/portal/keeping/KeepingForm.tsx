import type { Keeping } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Choice } from "../../parts/form/Choice.tsx";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { useForm } from "../../parts/state/use-form.ts";
import { mendWidth } from "../../parts/words/mend-input.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction } from "../portal-context.ts";
import { faultOfDays, forDays } from "./keeping-words.ts";

interface KeepingFormProps {
  readonly keeping: Keeping;
  readonly onChosen: (keeping: Keeping) => void;
}

/** The usual days, or days of the office's own. */
export function KeepingForm({ keeping, onChosen }: KeepingFormProps): ReactNode {
  const [way, setWay] = useState<"usual" | "own">(keeping.chosen === null ? "usual" : "own");
  const form = useForm({
    initial: { days: String(keeping.days) },
    rules: { days: faultOfDays },
    mends: { days: mendWidth },
  });
  const choose = usePortalAction(async (days: number | null) => {
    onChosen(await centre.chooseKeeping({ body: { days } }));
  });

  return (
    <Form
      label="保存期間の変更"
      onSubmit={() => {
        if (way === "usual") choose.run(null);
        const own = way === "own" ? form.check() : undefined;
        if (own !== undefined) choose.run(Number(own.days));
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title="変えられませんでした" error={choose.error} otherSide={theCentre} />
      <Choice
        label="保存期間の決め方"
        value={way}
        onChange={setWay}
        options={[
          { value: "usual", label: `センターの標準にする (${forDays(keeping.usual)})` },
          {
            value: "own",
            label: "この事業所で決める",
            hint: "0日にすると、受領のあと1時間ほどで消えます。短くすると、すでに受け取ったデータにも当てはまります。",
          },
        ]}
      />
      {way === "own" ? (
        <FormField field={form.field("days")} label="日数 (0から365まで)" width="short" />
      ) : null}
      <div className="form-actions">
        <Button look="primary" type="submit" pending={choose.pending}>
          保存期間を変える
        </Button>
      </div>
    </Form>
  );
}
