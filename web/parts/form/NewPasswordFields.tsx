import type { ReactNode } from "react";
import type { Field } from "../state/use-form.ts";
import { PasswordField } from "./PasswordField.tsx";

interface NewPasswordFieldsProps {
  readonly password: Field;
  readonly again: Field;
}

/** A new password, typed twice. */
export function NewPasswordFields({ password, again }: NewPasswordFieldsProps): ReactNode {
  return (
    <>
      <PasswordField
        field={password}
        label="新しいパスワード"
        hint="8文字以上で、英字と数字の両方を入れてください。"
        autoComplete="new-password"
      />
      <PasswordField
        field={again}
        label="新しいパスワード (確認用)"
        hint="同じものをもう一度入力してください。"
        autoComplete="new-password"
      />
    </>
  );
}
