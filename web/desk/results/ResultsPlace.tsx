import type { DeskMessage } from "@tsunagi/contract/desk";
import { routeKeyOf } from "@tsunagi/standard";
import { type ReactNode, useCallback, useMemo } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf, type Place } from "../../parts/state/hash-route.ts";
import { type Resource, useResource } from "../../parts/state/use-resource.ts";
import { theApp } from "../api.ts";
import { MonthPage } from "./MonthPage.tsx";
import { isAboutPlans, monthsOfPlans, usualMonth } from "./months.ts";
import { loadPlans } from "./plans-of-month.ts";
import { RoutePage } from "./RoutePage.tsx";
import { todayInJapan } from "./today.ts";

interface ResultsPlaceProps {
  /** After `results`: the month, the route, and `check`. */
  readonly place: Place;
  readonly office: string;
  readonly received: Resource<readonly DeskMessage[]>;
  readonly sent: Resource<readonly DeskMessage[]>;
}

const lead = "届いた予定をもとに実績を入れ、居宅介護支援事業所へ送ります。介護ソフトは要りません。";

/** 実績: the months of plans, the care managers of a month, the care users of one, and what is sent to it. */
export function ResultsPlace({ place, office, received, sent }: ResultsPlaceProps): ReactNode {
  if (received.state !== "ready") {
    return (
      <Page title="実績入力" lead={lead}>
        {received.state === "loading" ? <Loading /> : null}
        {received.state === "failed" ? (
          <Failure
            title="届いた予定を読み込めませんでした"
            error={received.error}
            otherSide={theApp}
          />
        ) : null}
      </Page>
    );
  }
  const months = monthsOfPlans(received.value);
  const [wanted, routeKey, part] = place;
  const month = months.find((one) => one === wanted) ?? usualMonth(months, todayInJapan());
  if (month === undefined) {
    return (
      <Page title="実績入力" lead={lead}>
        <EmptyState icon="document" title="届いた予定がまだありません">
          <p>
            居宅介護支援事業所からサービス利用票（予定）が届くと、ここで「予定どおり」の実績から始められます。
          </p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <OfMonth
      key={month}
      months={months}
      month={month}
      routeKey={routeKey}
      part={part}
      office={office}
      received={received.value}
      sent={sent.state === "ready" ? sent.value : []}
    />
  );
}

interface OfMonthProps {
  readonly months: readonly string[];
  readonly month: string;
  readonly routeKey: string | undefined;
  readonly part: string | undefined;
  readonly office: string;
  readonly received: readonly DeskMessage[];
  readonly sent: readonly DeskMessage[];
}

function OfMonth(props: OfMonthProps): ReactNode {
  const { months, month, routeKey, part, office, received, sent } = props;
  const ofMonth = received.filter((message) => message.month === month && isAboutPlans(message));
  const which = ofMonth.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: messages do not change, only which there are
  const messages = useMemo(() => ofMonth, [which]);
  const load = useCallback(() => loadPlans(office, month, messages), [office, month, messages]);
  const { resource, reload } = useResource(load);
  if (resource.state !== "ready") {
    return (
      <Page title="実績入力" lead={lead}>
        {resource.state === "loading" ? <Loading words="予定を読んでいます" /> : null}
        {resource.state === "failed" ? (
          <Failure
            title="予定を読み込めませんでした"
            error={resource.error}
            otherSide={theApp}
            onAgain={reload}
          />
        ) : null}
      </Page>
    );
  }
  const plans = resource.value;
  const route = plans.routes.find((one) => routeKeyOf(one) === routeKey);
  if (route === undefined) {
    return <MonthPage months={months} month={month} plans={plans} sent={sent} lead={lead} />;
  }
  return (
    <RoutePage
      key={routeKeyOf(route)}
      route={route}
      plans={plans}
      part={part === "check" ? "check" : "entry"}
      sent={sent}
      address={(...parts) => addressOf("results", month, routeKeyOf(route), ...parts)}
    />
  );
}
