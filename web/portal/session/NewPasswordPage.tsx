import type { ReactNode } from "react";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { ChangePassword, type Why } from "./ChangePassword.tsx";

/** Changing the password of the office account. */
export function NewPasswordPage({ why }: { readonly why: Why }): ReactNode {
  return (
    <ChangePassword
      why={why}
      change={(body) => centre.changeOfficePassword({ body })}
      home={{ href: addressOf("security"), label: "セキュリティの画面へ" }}
      back={{ href: addressOf("security"), label: "セキュリティ" }}
    />
  );
}
