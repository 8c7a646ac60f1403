import { type ReactNode, useEffect } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { theCentre } from "../api.ts";
import { loadLicence } from "../licence/load-licence.ts";
import { usePortal, usePortalResource } from "../portal-context.ts";
import { DonePage } from "./DonePage.tsx";
import { isComplete } from "./draft.ts";
import { storedDraft } from "./draft-store.ts";
import { FormPage } from "./FormPage.tsx";
import { TermsPage } from "./TermsPage.tsx";

/**
 * 利用申請 in three steps. The address says which step; one that cannot be shown yet, or no more, leads to the one
 * that can.
 */
export function ApplicationPages({ step }: { readonly step: string | undefined }): ReactNode {
  const { session } = usePortal();
  const { resource, put, reload } = usePortalResource(loadLicence);
  const licence = resource.state === "ready" ? resource.value : undefined;
  const right =
    licence === undefined
      ? step
      : rightStep(step, licence?.state === "active", session.office.number);
  useEffect(() => {
    if (right !== step)
      goTo(
        right === undefined ? addressOf("application") : addressOf("application", right),
        "replace",
      );
  }, [right, step]);

  if (resource.state === "failed") {
    return (
      <Page title="利用申請" width="narrow">
        <Failure
          title="利用申請の画面を開けませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      </Page>
    );
  }
  if (licence === undefined) return <Loading />;
  if (licence?.state === "active") return <DonePage licence={licence} />;
  if (right === "terms") return <TermsPage onApplied={put} />;
  return <FormPage />;
}

function rightStep(
  step: string | undefined,
  applied: boolean,
  officeNumber: string,
): string | undefined {
  if (applied) return "done";
  if (step === "terms" && isComplete(storedDraft(window.sessionStorage, officeNumber))) return step;
  return undefined;
}
