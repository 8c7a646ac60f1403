import { isEquipmentRental, type PlanLine, type PlanOffice, type Weekday } from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { Agree } from "../../parts/form/Agree.tsx";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { type FormState, useForm } from "../../parts/state/use-form.ts";
import {
  isPartOfMonth,
  type LineValues,
  lineFrom,
  lineMends,
  rulesOfLine,
  valuesOfLine,
} from "./line-values.ts";
import { usePlanMonth } from "./plan-month.ts";
import { WeekdayButtons } from "./WeekdayButtons.tsx";

interface LineDetailsProps {
  readonly service: PlanLine["service"];
  readonly office: PlanOffice;
  readonly line: PlanLine | undefined;
  readonly onDone: (line: PlanLine) => void;
}

/** When a service is given, what is rented, and what seldom differs. */
export function LineDetails({ service, office, line, onDone }: LineDetailsProps): ReactNode {
  const { month } = usePlanMonth();
  const [weekdays, setWeekdays] = useState<readonly Weekday[]>(line?.weekdays ?? []);
  const [past30Days, setPast30Days] = useState(line?.past30Days ?? false);
  const form = useForm<LineValues>({
    initial: valuesOfLine(service, office, line),
    rules: rulesOfLine(service, month),
    mends: lineMends,
  });
  const partOfMonth = isPartOfMonth(service);
  const byDays = (service.basis === "visit" || service.basis === "day") && !partOfMonth;

  return (
    <Form
      label="サービスの内容"
      onSubmit={() => {
        const values = form.check();
        if (values === undefined) return;
        onDone(lineFrom({ service, office, weekdays, past30Days }, values, month, line));
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      {byDays ? (
        <>
          <div className="form-pair">
            <FormField field={form.field("start")} label="開始時刻" hint="例 9:30" width="short" />
            <FormField field={form.field("end")} label="終了時刻" hint="例 10:00" width="short" />
          </div>
          <WeekdayButtons value={weekdays} onChange={setWeekdays} />
        </>
      ) : null}
      {partOfMonth ? (
        <div className="form-pair">
          <FormField
            field={form.field("claimFrom")}
            label="日割のはじめの日"
            hint="例 10"
            width="short"
          />
          <FormField
            field={form.field("claimTo")}
            label="日割のおわりの日"
            hint="例 31"
            width="short"
          />
        </div>
      ) : null}
      {service.basis === "thing" ? <Things form={form} /> : null}
      {service.basis !== "thing" && isEquipmentRental(service.code.slice(0, 2)) ? (
        <Equipment form={form} />
      ) : null}
      <details className="line-more">
        <summary>単価・割引・サテライトなど</summary>
        <div className="line-more-fields">
          <FormField field={form.field("unitPrice")} label="単位数単価（円）" width="short" />
          {service.basis === "permille" ? null : (
            <FormField
              field={form.field("discountRate")}
              label="割引後率（％）"
              hint="割引がなければ100"
              width="short"
            />
          )}
          <FormField field={form.field("satellite")} label="サテライト枝番" width="short" />
          {service.basis === "permille" ? null : (
            <Agree agreed={past30Days} onChange={setPast30Days}>
              短期入所の連続30日を超えた分
            </Agree>
          )}
        </div>
      </details>
      <div className="form-actions">
        <Button look="primary" type="submit" icon="check">
          この内容で入れる
        </Button>
      </div>
    </Form>
  );
}

/** A thing for rent, priced by itself. */
function Things({ form }: { readonly form: FormState<LineValues> }): ReactNode {
  return (
    <>
      <div className="form-pair">
        <FormField field={form.field("units")} label="用具の単位数（1台）" width="short" />
        <FormField field={form.field("pieces")} label="台数" width="short" />
      </div>
      <Equipment form={form} />
    </>
  );
}

function Equipment({ form }: { readonly form: FormState<LineValues> }): ReactNode {
  return (
    <>
      <div className="form-pair">
        <FormField
          field={form.field("taisCode")}
          label="TAISコード"
          hint="例 00001-000010"
          width="short"
        />
        <FormField field={form.field("equipmentCode")} label="福祉用具届出コード" width="short" />
      </div>
      <FormField field={form.field("equipmentName")} label="用具の名称（機種名）" width="half" />
    </>
  );
}
