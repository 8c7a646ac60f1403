import "./members.css";
import type { MemberCounts } from "@tsunagi/contract/exchange";
import { serviceTypeName } from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { Pick } from "../../parts/form/Pick.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { dateAndTime } from "../../parts/words/japanese-date.ts";
import { prefectureName, prefectures } from "../../parts/words/prefectures.ts";
import { centre, theCentre } from "../api.ts";
import { CountTable } from "./CountTable.tsx";
import { byPrefecture, byServiceType, type Chosen, chosenCount } from "./counted.ts";
import { MemberList } from "./MemberList.tsx";
import { MemberMap } from "./MemberMap.tsx";

/** 参加事業所: how many have joined, where and of what service, and which. */
export function MembersPage(): ReactNode {
  const { resource, reload } = useResource<MemberCounts>(loadCounts);
  return (
    <Page
      title="参加事業所"
      lead="いま、データで送れる相手です。ライセンスのある事業所を、都道府県とサービス種類ごとに数えています。"
    >
      {resource.state === "loading" ? <Loading words="数えています" /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="参加事業所を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" && resource.value.offices === 0 ? (
        <EmptyState icon="map" title="参加している事業所はまだありません">
          <p>はじめの事業所になってください。</p>
          <LinkButton href={addressOf("start")} icon="arrow">
            はじめかたへ
          </LinkButton>
        </EmptyState>
      ) : null}
      {resource.state === "ready" && resource.value.offices > 0 ? (
        <Counted counts={resource.value} />
      ) : null}
    </Page>
  );
}

function loadCounts(signal: AbortSignal): Promise<MemberCounts> {
  return centre.memberCounts(undefined, { signal });
}

function Counted({ counts }: { readonly counts: MemberCounts }): ReactNode {
  const [chosen, setChosen] = useState<Chosen>({ prefecture: "", serviceType: "" });
  const places = byPrefecture(counts, chosen);
  const services = byServiceType(counts, chosen);
  const choosePrefecture = (prefecture: string): void => {
    setChosen((before) => ({ ...before, prefecture }));
  };
  return (
    <>
      <div className="members-pick">
        <Pick
          label="都道府県"
          value={chosen.prefecture}
          options={[["", "すべて"], ...prefectures]}
          onChange={choosePrefecture}
        />
        <Pick
          label="サービス種類"
          value={chosen.serviceType}
          options={[["", "すべて"], ...serviceOptions(counts)]}
          onChange={(serviceType) => {
            setChosen((before) => ({ ...before, serviceType }));
          }}
        />
      </div>
      <p role="status" className="members-sum">
        <span className="soft">{inWords(chosen)}</span>
        <strong>
          <span className="members-figure">
            {chosenCount(counts, chosen).toLocaleString("ja-JP")}
          </span>{" "}
          事業所
        </strong>
        <span className="soft small">{dateAndTime(counts.at)} 現在</span>
      </p>
      <div className="members-both">
        <Card title="地図">
          <MemberMap counts={places} chosen={chosen.prefecture} onChoose={choosePrefecture} />
        </Card>
        <Card title="表">
          <CountTable
            caption="サービス種類ごと"
            of="サービス種類"
            rows={services.map(([type, offices]) => [serviceName(type), offices])}
          />
          <CountTable
            caption="都道府県ごと"
            of="都道府県"
            rows={[...prefectures].flatMap(([number, name]) => {
              const offices = places.get(number) ?? 0;
              return offices === 0 ? [] : [[name, offices] as const];
            })}
          />
          <p className="soft small">
            複数のサービスを行う事業所は、それぞれのサービスで数えるため、合計は事業所の数と一致しません。表にない都道府県は0です。
          </p>
        </Card>
      </div>
      <MemberList key={`${chosen.prefecture} ${chosen.serviceType}`} chosen={chosen} />
    </>
  );
}

function serviceName(type: string): string {
  return serviceTypeName(type) ?? `サービス種類 ${type}`;
}

function serviceOptions(counts: MemberCounts): readonly (readonly [string, string])[] {
  return counts.serviceTypes.map(({ serviceType }) => [
    serviceType,
    `${serviceName(serviceType)}（${serviceType}）`,
  ]);
}

function inWords({ prefecture, serviceType }: Chosen): string {
  const place = prefecture === "" ? "全国" : prefectureName(prefecture);
  return serviceType === "" ? place : `${place}の${serviceName(serviceType)}`;
}
