import type { KeptCareUser } from "@tsunagi/contract/desk";
import {
  monthAfter,
  monthInEra,
  type PlanDraft,
  type PlannedUser,
  reckonPlan,
} from "@tsunagi/standard";
import { type ReactNode, useMemo, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { theApp } from "../api.ts";
import type { KeptDraft } from "../drafts/draft-keeper.ts";
import { AnnexPreview } from "./AnnexPreview.tsx";
import { levelInWords, units } from "./CareUserRow.tsx";
import { CopyOne } from "./CopyOne.tsx";
import { LimitBar } from "./LimitBar.tsx";
import { NoTable } from "./NoTable.tsx";
import { PlanFacts } from "./PlanFacts.tsx";
import { PlanLines } from "./PlanLines.tsx";
import { CopyNotes, Faults, Saving, UserChanged } from "./PlanNotices.tsx";
import { careUserKey, detailsOf } from "./plan-content.ts";
import { usePlanMonth, usePlans } from "./plan-month.ts";
import { careUserAddress, monthAddress, planAddress } from "./plan-places.ts";

/** The plan of one care user: services by days, table 7, and the limit. Every change is on its way to disk at once. */
export function PlanPage({ id }: { readonly id: string }): ReactNode {
  const { month, careUsers } = usePlanMonth();
  const careUser = careUsers.find((one) => one.id === id);
  if (careUser === undefined) {
    return (
      <Page title="予定" back={{ href: monthAddress(month), label: "予定の一覧へ" }}>
        <Notice tone="warn" title="この利用者は見つかりません。一覧から選び直してください。" />
      </Page>
    );
  }
  return <PlanOf careUser={careUser} />;
}

function PlanOf({ careUser }: { readonly careUser: KeptCareUser }): ReactNode {
  const { month, keeper } = usePlanMonth();
  const { drafts, saving, error } = usePlans();
  const key = careUserKey(careUser.details);
  const kept = drafts.get(key);
  const plan = useMemo(
    () => kept?.content ?? emptyPlan(careUser, month, drafts),
    [kept, careUser, month, drafts],
  );
  const account = useMemo(() => reckonPlan(plan.user, plan.draft), [plan]);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const isEmpty = plan.draft.lines.length === 0;

  const change = (next: Partial<PlannedUser>): void => {
    keeper.change(new Map([[key, { ...plan, ...next }]]));
  };
  const changeDraft = (next: Partial<PlanDraft>): void => {
    change({ draft: { ...plan.draft, ...next } });
  };

  return (
    <Page
      title={`${plan.user.name} 様の予定`}
      lead={inShort(plan)}
      back={{ href: monthAddress(month), label: "予定の一覧へ" }}
      actions={<Elsewhere careUser={careUser} />}
    >
      <NoTable />
      <Failure
        title="保存できませんでした"
        error={error}
        otherSide={theApp}
        onAgain={keeper.again}
      />
      <UserChanged
        plan={plan}
        careUser={careUser}
        onTake={() => {
          change({ user: detailsOf(careUser.details) });
        }}
      />
      {isEmpty ? (
        <CopyOne
          careUser={key}
          onCopied={(draft, copyNotes) => {
            change({ user: detailsOf(careUser.details), draft });
            setNotes(copyNotes);
          }}
        />
      ) : null}
      <CopyNotes notes={notes} />
      <LimitBar account={account} />
      <PlanLines
        plan={plan}
        onChange={(lines) => {
          changeDraft({ lines });
        }}
        beside={kept === undefined ? null : <Saving saving={saving} />}
      />
      <Faults plan={plan} />
      {isEmpty ? null : (
        <>
          <PlanFacts draft={plan.draft} onChange={changeDraft} />
          <AnnexPreview plan={plan} account={account} />
        </>
      )}
    </Page>
  );
}

/** The same care user's month before and after, and who the care user is. */
function Elsewhere({ careUser: { id } }: { readonly careUser: KeptCareUser }): ReactNode {
  const { month } = usePlanMonth();
  const [last, next] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <span className="row">
      <LinkButton href={planAddress(last, id)} look="quiet" label={`前の月 ${monthInEra(last)}`}>
        ‹ 前の月
      </LinkButton>
      <LinkButton href={planAddress(next, id)} look="quiet" label={`次の月 ${monthInEra(next)}`}>
        次の月 ›
      </LinkButton>
      <LinkButton href={careUserAddress(month, id)} icon="person">
        利用者の情報
      </LinkButton>
    </span>
  );
}

function inShort({ user, draft }: PlannedUser): string {
  return [
    `${monthInEra(draft.month)}分`,
    levelInWords(user.careLevel),
    `限度額 ${units(user.limitUnits)}`,
    `給付率 ${user.benefitRate}％`,
  ].join("　");
}

/** Who planned the others mostly plans this one too. */
function emptyPlan(
  { details }: KeptCareUser,
  month: PlanDraft["month"],
  others: ReadonlyMap<string, KeptDraft<PlannedUser>>,
): PlannedUser {
  const [other] = others.values();
  const plannerName = other?.content.draft.plannerName ?? "";
  return { user: detailsOf(details), draft: { month, plannerName, stayDaysBefore: 0, lines: [] } };
}
