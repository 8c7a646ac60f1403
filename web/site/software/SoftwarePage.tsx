import type { CareSoftware } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { centre, theCentre } from "../api.ts";
import { noWishes, type SoftwareWishes, wished } from "./filter.ts";
import { SoftwareFilter } from "./SoftwareFilter.tsx";
import { SoftwareTable } from "./SoftwareTable.tsx";

/** 介護ソフト一覧, with a search and a filter by what the software reads and writes. */
export function SoftwarePage(): ReactNode {
  const { resource, reload } = useResource<readonly CareSoftware[]>(loadSoftware);
  return (
    <Page
      title="介護ソフト一覧"
      lead="ケアプランデータを書き出し、取り込める介護ソフトです。○の付いた範囲に対応しています。"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="一覧を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" && resource.value.length === 0 ? (
        <EmptyState icon="document" title="一覧は準備中です">
          <p>
            お使いの介護ソフトが対応しているかは、ソフトの会社にお尋ねください。書き出したファイルが標準どおりかは、いまでも調べられます。
          </p>
          <LinkButton href="/check/" icon="shield">
            ファイルの確認へ
          </LinkButton>
        </EmptyState>
      ) : null}
      {resource.state === "ready" && resource.value.length > 0 ? (
        <Found software={resource.value} />
      ) : null}
      <p className="soft">
        一覧にないソフトも、標準のCSVを書き出せれば使えることがあります。くわしくは
        <a href={addressOf("faq", "software-missing")}>よくある質問</a>をご覧ください。
      </p>
    </Page>
  );
}

async function loadSoftware(signal: AbortSignal): Promise<readonly CareSoftware[]> {
  return (await centre.careSoftware(undefined, { signal })).software;
}

function Found({ software }: { readonly software: readonly CareSoftware[] }): ReactNode {
  const [wishes, setWishes] = useState<SoftwareWishes>(noWishes);
  const found = software.filter((one) => wished(one, wishes));
  return (
    <>
      <SoftwareFilter wishes={wishes} onChange={setWishes} />
      <p role="status">
        {software.length}件のうち{found.length}件
      </p>
      {found.length === 0 ? (
        <p>条件に合う介護ソフトはありません。言葉を短くするか、範囲の印を外してみてください。</p>
      ) : (
        <SoftwareTable software={found} />
      )}
    </>
  );
}
