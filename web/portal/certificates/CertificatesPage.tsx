import type { IssuedCertificate } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { centre, theCentre } from "../api.ts";
import { usePortalResource } from "../portal-context.ts";
import { CertificateCard } from "./CertificateCard.tsx";
import { inOrder } from "./certificate-words.ts";

async function loadCertificates(signal: AbortSignal): Promise<readonly IssuedCertificate[]> {
  return (await centre.listCertificates(undefined, { signal })).certificates;
}

/** 電子証明書: which ones the office has, until when, and how to end one. */
export function CertificatesPage(): ReactNode {
  const { resource, reload } = usePortalResource(loadCertificates);
  return (
    <Page
      title="電子証明書"
      lead="事業所の端末であることを示すものです。更新したあとは、古いものも期限まで有効です。"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="電子証明書を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" && resource.value.length === 0 ? (
        <EmptyState icon="shield" title="電子証明書はまだありません">
          <p>
            つなぎのアプリを入れた端末で初期設定をすると、電子証明書が発行され、ここに有効期限が表示されます。
          </p>
        </EmptyState>
      ) : null}
      {resource.state === "ready"
        ? inOrder(resource.value, new Date()).map((certificate) => (
            <CertificateCard
              key={certificate.serial}
              certificate={certificate}
              onRevoked={reload}
            />
          ))
        : null}
    </Page>
  );
}
