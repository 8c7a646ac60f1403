import type { ReactNode } from "react";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { ChangePassword } from "./ChangePassword.tsx";

/** Changing the password of the office account; `forced` when it is a provisional one. */
export function NewPasswordPage({ forced }: { readonly forced: boolean }): ReactNode {
  return (
    <ChangePassword
      why={forced ? "provisional" : "wanted"}
      change={async (body) => {
        const session = await centre.changeOfficePassword({ body });
        if (forced) goTo(addressOf("licence"));
        return session;
      }}
      home={{ href: addressOf("licence"), label: "ライセンスの画面へ" }}
      back={{ href: addressOf("sessions"), label: "ログイン中の端末を見る" }}
    />
  );
}
