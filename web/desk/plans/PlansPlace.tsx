import "./plans.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { isMonth, type MonthOfService, monthAfter, parseMonth, setTimeOf } from "@tsunagi/standard";
import { type ReactNode, useCallback, useEffect, useMemo } from "react";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { goTo, type Place } from "../../parts/state/hash-route.ts";
import { type Resource, useResource } from "../../parts/state/use-resource.ts";
import { theApp } from "../api.ts";
import { CareUserPage } from "./CareUserPage.tsx";
import { MonthPage } from "./MonthPage.tsx";
import { PlanPage } from "./PlanPage.tsx";
import { loadPlanMonth, PlanMonthContext } from "./plan-month.ts";
import { monthAddress } from "./plan-places.ts";
import { SendPlansPage } from "./SendPlansPage.tsx";
import { ServiceCodesPage } from "./ServiceCodesPage.tsx";
import { TakeOverPage } from "./TakeOverPage.tsx";

interface PlansPlaceProps {
  /** What follows `plans` in the address: the month, a page of it, and what the page is about. */
  readonly place: Place;
  /** Number of this office. */
  readonly office: string;
  readonly sent: Resource<readonly DeskMessage[]>;
}

/** 予定: plans of use that are made here, month by month. */
export function PlansPlace({ place, office, sent }: PlansPlaceProps): ReactNode {
  const [month = ""] = place;
  useEffect(() => {
    if (!isMonth(month)) goTo(monthAddress(nextMonth()), "replace");
  }, [month]);
  return isMonth(month) ? (
    <PlansOfMonth key={month} month={month} place={place.slice(1)} office={office} sent={sent} />
  ) : null;
}

/** Plans are made for the month that comes. */
function nextMonth(): MonthOfService {
  return monthAfter(parseMonth(setTimeOf(new Date()).slice(0, 6)), 1);
}

function PlansOfMonth({
  month,
  place,
  office,
  sent,
}: PlansPlaceProps & { readonly month: MonthOfService }): ReactNode {
  const load = useCallback(() => loadPlanMonth(month), [month]);
  const { resource, reload } = useResource(load);
  const inHand = useMemo(
    () => (resource.state === "ready" ? { ...resource.value, office, reload } : undefined),
    [resource, office, reload],
  );
  if (resource.state === "failed") {
    return (
      <Failure
        title="予定を読み込めませんでした"
        error={resource.error}
        otherSide={theApp}
        onAgain={reload}
      />
    );
  }
  if (inHand === undefined) return <Loading words="予定を開いています" />;
  return (
    <PlanMonthContext value={inHand}>
      <PageOf place={place} sent={sent} />
    </PlanMonthContext>
  );
}

function PageOf({
  place: [page, id = ""],
  sent,
}: Pick<PlansPlaceProps, "place" | "sent">): ReactNode {
  if (page === "plan") return <PlanPage key={id} id={id} />;
  if (page === "care-user") return <CareUserPage key={id} id={id} />;
  if (page === "send") return <SendPlansPage sent={sent} />;
  if (page === "take-over") return <TakeOverPage />;
  return page === "service-codes" ? <ServiceCodesPage /> : <MonthPage />;
}
