import type { Licence } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { codeOf } from "../../parts/words/sentence-of.ts";
import { centre, theCentre } from "../api.ts";
import { usePortal, usePortalAction, usePortalResource } from "../portal-context.ts";
import { AgreeAndGo } from "./AgreeAndGo.tsx";
import { ApplicationSteps } from "./ApplicationSteps.tsx";
import { applicationFrom, draftFacts } from "./draft.ts";
import { forgetDraft, storedDraft } from "./draft-store.ts";
import { TermsText } from "./TermsText.tsx";

interface TermsPageProps {
  readonly onApplied: (licence: Licence) => void;
}

async function loadTerms(signal: AbortSignal): ReturnType<typeof centre.terms> {
  return centre.terms(undefined, { signal });
}

/** Step 2, 利用規約: read, agree, apply. That there is no way back is said before the button. */
export function TermsPage({ onApplied }: TermsPageProps): ReactNode {
  const { office } = usePortal().session;
  const { resource, reload } = usePortalResource(loadTerms);
  const apply = usePortalAction(async (edition: string) => {
    const draft = storedDraft(window.sessionStorage, office.number);
    try {
      const licence = await centre.apply({ body: applicationFrom(draft, edition) });
      forgetDraft(window.sessionStorage, office.number);
      onApplied(licence);
    } catch (error) {
      if (codeOf(error) === "terms-outdated") reload();
      throw error;
    }
  });

  return (
    <Page
      title="利用申請 (2/3 利用規約)"
      back={{ href: addressOf("application"), label: "申請情報入力に戻る" }}
      width="narrow"
    >
      <ApplicationSteps current={1} />
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="利用規約を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? (
        <>
          <TermsText terms={resource.value} />
          <Card title="申請の確認">
            <Facts
              facts={draftFacts(office.name, storedDraft(window.sessionStorage, office.number))}
            />
            <Notice tone="warn" title="申請後の取消しやキャンセルはできません。">
              <p>どのような場合でも取り消せません。内容をよくお確かめのうえ、申請してください。</p>
            </Notice>
            <AgreeAndGo
              key={resource.value.edition}
              action="この内容で申請する"
              failed="申請できませんでした"
              pending={apply.pending}
              error={apply.error}
              onAgreed={() => {
                apply.run(resource.value.edition);
              }}
            >
              <LinkButton href={addressOf("application")} look="quiet">
                入力に戻る
              </LinkButton>
            </AgreeAndGo>
          </Card>
        </>
      ) : null}
    </Page>
  );
}
