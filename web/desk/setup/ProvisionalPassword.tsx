import type { ComponentProps, ReactNode } from "react";
import { NewPasswordFields } from "../../parts/form/NewPasswordFields.tsx";
import { Notice } from "../../parts/look/Notice.tsx";

/** Asks for the new password that a provisional one 仮パスワード has to be changed to. */
export function ProvisionalPassword(fields: ComponentProps<typeof NewPasswordFields>): ReactNode {
  return (
    <>
      <Notice tone="info" title="いまのパスワードは仮パスワードです。" live="status">
        <p>これから使う新しいパスワードを決めてください。次のログインから使います。</p>
      </Notice>
      <NewPasswordFields {...fields} />
    </>
  );
}
