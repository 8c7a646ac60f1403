import { isShortStay, type PlanDraft } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";

interface PlanFactsProps {
  readonly draft: PlanDraft;
  readonly onChange: (next: Pick<PlanDraft, "plannerName" | "stayDaysBefore">) => void;
}

/** What a plan says beside its lines: who planned it, and days of short stay up to the month before. */
export function PlanFacts({ draft, onChange }: PlanFactsProps): ReactNode {
  const { plannerName, stayDaysBefore, lines } = draft;
  const stays = lines.some(({ service }) => isShortStay(service.code.slice(0, 2)));
  return (
    <div className="form-pair">
      <TextField
        className="form-field"
        value={plannerName}
        onChange={(name) => {
          onChange({ plannerName: name, stayDaysBefore });
        }}
      >
        <Label className="form-field-label">プラン担当者名</Label>
        <div className="form-field-line">
          <Input className="form-field-input" />
        </div>
      </TextField>
      {stays ? (
        <TextField
          className="form-field"
          inputMode="numeric"
          value={String(stayDaysBefore)}
          onChange={(typed) => {
            const days = Number(typed.normalize("NFKC"));
            if (Number.isInteger(days) && days >= 0 && days <= 99_999) {
              onChange({ plannerName, stayDaysBefore: days });
            }
          }}
        >
          <Label className="form-field-label">前月までの短期入所利用日数</Label>
          <Text slot="description" className="form-field-hint">
            認定の有効期間の中で、前の月までに使った日数
          </Text>
          <div className="form-field-line">
            <Input className="form-field-input" />
          </div>
        </TextField>
      ) : null}
    </div>
  );
}
