import { type ReactNode, useState } from "react";
import { Choice } from "../parts/form/Choice.tsx";
import { Form } from "../parts/form/Form.tsx";
import { Button } from "../parts/look/Button.tsx";
import { Failure } from "../parts/look/Failure.tsx";
import { Notice } from "../parts/look/Notice.tsx";
import { theCentre } from "./api.ts";
import { usePortalAction } from "./portal-context.ts";

interface Way<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  /** Said when it is kept. */
  readonly kept: string;
}

interface ChoiceFormProps<Value extends string> {
  readonly label: string;
  readonly choice: string;
  readonly ways: readonly Way<Value>[];
  readonly before: Value;
  readonly button: string;
  readonly look?: "primary";
  /** Keeps it at the centre. */
  readonly keep: (value: Value) => Promise<void>;
}

/** A setting of the office that is one of a few, with what became of it. */
export function ChoiceForm<Value extends string>({
  label,
  choice,
  ways,
  before,
  button,
  look,
  keep,
}: ChoiceFormProps<Value>): ReactNode {
  const [value, setValue] = useState(before);
  const [kept, setKept] = useState<Value>();
  const choose = usePortalAction(async (chosen: Value) => {
    setKept(undefined);
    await keep(chosen);
    setKept(chosen);
  });
  return (
    <Form
      label={label}
      onSubmit={() => {
        choose.run(value);
      }}
    >
      <Failure title="変えられませんでした" error={choose.error} otherSide={theCentre} />
      {ways
        .filter((way) => way.value === kept)
        .map((way) => (
          <Notice key={way.value} tone="good" title={way.kept} live="status" />
        ))}
      <Choice label={choice} value={value} onChange={setValue} options={ways} />
      <div className="form-actions">
        <Button {...(look && { look })} type="submit" pending={choose.pending}>
          {button}
        </Button>
      </div>
    </Form>
  );
}
