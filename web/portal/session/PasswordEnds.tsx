import "./password-ends.css";
import type { OfficeAccount } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { usePortalResource } from "../portal-context.ts";
import { endsSoon } from "./password-end.ts";

/** From 14 days before the password's end: until when it serves, and where to change it. */
export function PasswordEnds(): ReactNode {
  const { resource } = usePortalResource(loadAccount);
  if (resource.state !== "ready") return null;
  const { passwordUntil } = resource.value;
  if (passwordUntil === null || !endsSoon(passwordUntil, new Date())) return null;
  return (
    <div className="password-ends">
      <Notice tone="warn" title="パスワードの期限が近づいています。">
        <p>
          <Moment at={passwordUntil} />{" "}
          を過ぎると、新しいパスワードに変えるまで、何もできなくなります。
          <a href={addressOf("password")}>パスワードを変更する</a>
        </p>
      </Notice>
    </div>
  );
}

function loadAccount(signal: AbortSignal): Promise<OfficeAccount> {
  return centre.officeAccount(undefined, { signal });
}
