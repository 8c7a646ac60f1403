import type { ResultLine } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { FormField } from "../../parts/form/FormField.tsx";
import { useForm } from "../../parts/state/use-form.ts";
import { EntryDialog } from "./EntryDialog.tsx";
import { serviceInWords } from "./line-words.ts";
import { unitsMend, unitsRule } from "./units-typed.ts";

interface UnitsDialogProps {
  readonly line: ResultLine;
  readonly onUnits: (units: number) => void;
  readonly onClose: () => void;
}

/** Asks for 単位数 of a line: percent additions follow what was given, and may be left to the claim as 0. */
export function UnitsDialog({ line, onUnits, onClose }: UnitsDialogProps): ReactNode {
  const now = line.given[0] ?? line.planned[0];
  const form = useForm({
    initial: { units: String(now?.units ?? 0) },
    rules: { units: unitsRule },
    mends: { units: unitsMend },
  });
  return (
    <EntryDialog
      title="1回の単位数"
      doIt="この単位数にする"
      onClose={onClose}
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) onUnits(Number(values.units));
      }}
    >
      <p className="soft">{serviceInWords(line.service)} この行のすべての日に使います。</p>
      <FormField
        field={form.field("units")}
        label="単位数"
        hint="率の加算で、請求のときに計算するものは 0 にできます。"
        width="short"
        takesFocus
      />
    </EntryDialog>
  );
}
