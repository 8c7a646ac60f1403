import type { AddedLine, ResultsDraft, ResultsRoute } from "@tsunagi/standard";
import { type ReactNode, useId } from "react";
import { FormField } from "../../parts/form/FormField.tsx";
import { useForm } from "../../parts/state/use-form.ts";
import { type AddedValues, addedLine, addedRules, knownServices } from "./added-line.ts";
import { EntryDialog } from "./EntryDialog.tsx";
import { unitsMend } from "./units-typed.ts";

interface AddLineDialogProps {
  readonly route: ResultsRoute;
  readonly draft: ResultsDraft;
  /** The day on which it was given first. */
  readonly day: number;
  readonly onLine: (added: AddedLine) => void;
  readonly onClose: () => void;
}

/** Asks for a service that was given and not planned: its code, times, units, and satellite. */
export function AddLineDialog(props: AddLineDialogProps): ReactNode {
  const { route, draft, day, onLine, onClose } = props;
  const id = useId();
  const { serviceType } = route.own;
  const known = knownServices(route);
  const form = useForm<AddedValues>({
    initial: { code: "", start: "", end: "", units: "", satellite: "", taisCode: "" },
    rules: addedRules(serviceType),
    mends: {
      code: narrow,
      units: unitsMend,
      satellite: narrow,
      taisCode: narrow,
    },
  });

  return (
    <EntryDialog
      title="予定にないサービスの行を足す"
      doIt={`足して、${day}日に1回入れる`}
      onClose={onClose}
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) onLine(addedLine(values, draft));
      }}
    >
      {known.length === 0 ? null : (
        <div className="form-field">
          <label className="form-field-label" htmlFor={id}>
            この月の予定にあるサービスから選ぶ
          </label>
          <select
            id={id}
            className="form-field-input"
            value={known.some(({ code }) => code === form.values.code) ? form.values.code : ""}
            onChange={({ target }) => {
              const chosen = known.find(({ code }) => code === target.value);
              if (chosen === undefined) return;
              form.put({ code: chosen.code, units: String(chosen.units) });
            }}
          >
            <option value="">選んでください</option>
            {known.map(({ code, units }) => (
              <option key={code} value={code}>
                {code}（{units}単位）
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="row">
        <FormField
          field={form.field("code")}
          label="サービスコード"
          hint={`${serviceType} から始まる6文字`}
          width="short"
          takesFocus
        />
        <FormField field={form.field("units")} label="1回の単位数" hint="割引後" width="short" />
      </div>
      <div className="row">
        <FormField
          field={form.field("start")}
          label="開始"
          hint="時刻なしは空のまま"
          width="short"
        />
        <FormField field={form.field("end")} label="終了" hint="例 0940" width="short" />
      </div>
      <FormField
        field={form.field("satellite")}
        label="サテライト枝番"
        hint="出張所（サテライト）が行ったときだけ、2桁で"
        width="short"
      />
      {serviceType === "17" || serviceType === "67" ? (
        <FormField
          field={form.field("taisCode")}
          label="TAISコードか福祉用具届出コード"
          hint="例 00001-000010"
          width="short"
        />
      ) : null}
    </EntryDialog>
  );
}

function narrow(value: string): string {
  return value.normalize("NFKC").trim().toUpperCase();
}
