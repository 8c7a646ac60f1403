import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { FormField } from "../../parts/form/FormField.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { theCentre } from "../api.ts";
import { usePortalAction } from "../portal-context.ts";
import { codeFault } from "../session/code-words.ts";

interface ConfirmCodeProps {
  readonly hint: string;
  /** Whether the field takes the focus when it is drawn: not where there is something to do before. */
  readonly takesFocus: boolean;
  readonly work: (code: string) => Promise<void>;
}

/** The first code of a mail or an app, which sets it. */
export function ConfirmCode({ hint, takesFocus, work }: ConfirmCodeProps): ReactNode {
  const form = useForm({
    initial: { code: "" },
    rules: { code: codeFault },
  });
  const confirm = usePortalAction(work);
  return (
    <Form
      label="コードの確認"
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) confirm.run(values.code);
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title="確かめられませんでした" error={confirm.error} otherSide={theCentre} />
      <FormField
        field={form.field("code")}
        label="コード (6桁の数字)"
        hint={hint}
        type="tel"
        width="short"
        autoComplete="one-time-code"
        takesFocus={takesFocus}
      />
      <div className="form-actions">
        <Button look="primary" type="submit" pending={confirm.pending}>
          確かめて使い始める
        </Button>
        <LinkButton href={addressOf("security")}>やめる</LinkButton>
      </div>
    </Form>
  );
}
