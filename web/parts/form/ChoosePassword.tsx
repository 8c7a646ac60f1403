import type { ReactNode } from "react";
import { Button } from "../look/Button.tsx";
import { Failure } from "../look/Failure.tsx";
import { useAction } from "../state/use-action.ts";
import { useForm } from "../state/use-form.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { Form } from "./Form.tsx";
import { NewPasswordFields } from "./NewPasswordFields.tsx";
import { newPasswordAgainFault, newPasswordFault } from "./password-rules.ts";

interface ChoosePasswordProps {
  /** What the page calls the other side when it does not answer. */
  readonly otherSide: string;
  readonly onChoose: (newPassword: string) => Promise<void>;
}

/** A new password, typed twice, for whoever came by the link of a mail. */
export function ChoosePassword({ otherSide, onChoose }: ChoosePasswordProps): ReactNode {
  const form = useForm({
    initial: { newPassword: "", newPasswordAgain: "" },
    rules: {
      newPassword: newPasswordFault,
      newPasswordAgain: (again, all) => newPasswordAgainFault(again, all.newPassword),
    },
  });
  const choose = useAction(onChoose);
  return (
    <Form
      label="パスワードを決める"
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) choose.run(values.newPassword);
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title="決められませんでした" error={choose.error} otherSide={otherSide} />
      <NewPasswordFields
        password={form.field("newPassword")}
        again={form.field("newPasswordAgain")}
      />
      <div className="form-actions">
        <Button look="primary" type="submit" pending={choose.pending}>
          このパスワードにする
        </Button>
      </div>
    </Form>
  );
}
