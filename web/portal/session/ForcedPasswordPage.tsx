import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { centre, theCentre } from "../api.ts";
import { usePortalResource } from "../portal-context.ts";
import { NewPasswordPage } from "./NewPasswordPage.tsx";

/** Where nothing else is possible: the password is provisional, or past its end. Leads on to the page that was asked for. */
export function ForcedPasswordPage(): ReactNode {
  const { resource, reload } = usePortalResource(loadWhy);
  if (resource.state === "ready") return <NewPasswordPage why={resource.value} />;
  return (
    <Page title="パスワードの変更" width="narrow">
      {resource.state === "loading" ? (
        <Loading />
      ) : (
        <Failure
          title="読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      )}
    </Page>
  );
}

async function loadWhy(signal: AbortSignal): Promise<"provisional" | "ended"> {
  const { passwordUntil } = await centre.officeAccount(undefined, { signal });
  return passwordUntil === null ? "provisional" : "ended";
}
