import type { ReactNode } from "react";
import { ErrorSummary } from "../../parts/form/ErrorSummary.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { PasswordField } from "../../parts/form/PasswordField.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { needed } from "../../parts/state/form-values.ts";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useForm } from "../../parts/state/use-form.ts";
import { theCentre } from "../api.ts";
import { usePortalAction } from "../portal-context.ts";

interface PasswordAgainProps {
  /** The words on the button. */
  readonly button: string;
  readonly look?: "primary" | "danger";
  /** What went wrong, e.g. `外せませんでした`. */
  readonly failure: string;
  readonly work: (password: string) => Promise<void>;
}

/** The password once more, before something of the account's security is changed. */
export function PasswordAgain({
  button,
  look = "primary",
  failure,
  work,
}: PasswordAgainProps): ReactNode {
  const form = useForm({
    initial: { password: "" },
    rules: { password: needed("パスワード") },
  });
  const go = usePortalAction(work);
  return (
    <Form
      label={button}
      onSubmit={() => {
        const values = form.check();
        if (values !== undefined) go.run(values.password);
      }}
    >
      <ErrorSummary faults={form.summary} tries={form.tries} />
      <Failure title={failure} error={go.error} otherSide={theCentre} />
      <PasswordField
        field={form.field("password")}
        label="いまのパスワード"
        hint="本人であることを確かめるため、もう一度入力してください。"
        autoComplete="current-password"
      />
      <div className="form-actions">
        <Button look={look} type="submit" pending={go.pending}>
          {button}
        </Button>
        <LinkButton href={addressOf("security")}>やめる</LinkButton>
      </div>
    </Form>
  );
}
