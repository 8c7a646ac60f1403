import { copyPlan, monthAfter, monthInEra, type PlannedUser } from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { CareUserRow } from "./CareUserRow.tsx";
import { codesIn, findCodes } from "./find-codes.ts";
import { NoTable } from "./NoTable.tsx";
import { careUserKey, detailsOf } from "./plan-content.ts";
import { usePlanMonth, usePlans } from "./plan-month.ts";
import {
  careUserAddress,
  monthAddress,
  sendAddress,
  serviceCodesAddress,
  takeOverAddress,
} from "./plan-places.ts";
import { isToSend, planStateOf } from "./plan-state.ts";

/** The plans of a month: every care user, and how far each plan is. */
export function MonthPage(): ReactNode {
  const { month, careUsers, before } = usePlanMonth();
  const { drafts } = usePlans();
  const rows = careUsers.map((careUser) => {
    const key = careUserKey(careUser.details);
    return { careUser, state: planStateOf(drafts.get(key)), hasEarlier: before.has(key) };
  });
  const toSend = rows.filter(({ state }) => isToSend(state)).length;
  const faulty = rows.filter(({ state }) => state.standing === "faulty").length;

  return (
    <Page
      title={`予定 ${monthInEra(month)}分`}
      lead="サービス利用票と別表（6・7表）をここで作り、利用者が使うすべての事業所へまとめて送ります。"
      actions={<MonthLinks />}
    >
      <NoTable />
      {careUsers.length === 0 ? (
        <EmptyState icon="person" title="利用者がまだいません">
          <p>「利用者を加える」で入力するか、前に送受信した予定から取り込むと、ここに並びます。</p>
        </EmptyState>
      ) : (
        <>
          <CopyAll />
          <ul className="plan-rows" aria-label="利用者">
            {rows.map(({ careUser, state }) => (
              <CareUserRow key={careUser.id} careUser={careUser} state={state} />
            ))}
          </ul>
        </>
      )}
      <div className="row">
        <LinkButton href={careUserAddress(month)} icon="person">
          利用者を加える
        </LinkButton>
        <LinkButton href={takeOverAddress(month)} icon="folder">
          送受信した予定から取り込む
        </LinkButton>
        <LinkButton href={serviceCodesAddress(month)} icon="document">
          サービスコード表
        </LinkButton>
      </div>
      {careUsers.length === 0 ? null : (
        <div className={`send-bar ${toSend === 0 ? "" : "send-bar-ready"}`}>
          <p>
            <strong>
              {toSend === 0 ? "送る予定はありません。" : `${toSend}人の予定が送れます。`}
            </strong>
            {faulty === 0 ? null : (
              <span className="soft"> {faulty}人は直すところがあるため、送りません。</span>
            )}
          </p>
          {toSend === 0 ? null : (
            <LinkButton href={sendAddress(month)} look="primary" icon="send">
              確かめて送る
            </LinkButton>
          )}
        </div>
      )}
    </Page>
  );
}

/** The months beside this one. */
function MonthLinks(): ReactNode {
  const { month } = usePlanMonth();
  const [last, next] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <nav className="row" aria-label="ほかの月">
      <LinkButton href={monthAddress(last)} look="quiet" label={`前の月 ${monthInEra(last)}`}>
        ‹ 前の月
      </LinkButton>
      <LinkButton href={monthAddress(next)} look="quiet" label={`次の月 ${monthInEra(next)}`}>
        次の月 ›
      </LinkButton>
    </nav>
  );
}

/** 先月から写す: for all care users who have a plan of the month before and none yet. */
function CopyAll(): ReactNode {
  const { month, careUsers, before, keeper } = usePlanMonth();
  const { drafts } = usePlans();
  const [copied, setCopied] = useState<readonly CopiedUser[]>([]);
  const waiting = careUsers.filter(({ details }) => {
    const key = careUserKey(details);
    return before.has(key) && !drafts.has(key);
  });
  const copying = useDeskAction(async () => {
    const find = await findCodes(codesIn(before.values()));
    const plans = new Map<string, PlannedUser>();
    const done: CopiedUser[] = [];
    for (const { details } of waiting) {
      const key = careUserKey(details);
      const plan = before.get(key);
      if (plan === undefined) continue;
      const { draft, notes } = copyPlan(plan.draft, month, find);
      plans.set(key, { user: detailsOf(details), draft });
      done.push({ key, name: details.name, notes: notes.map(({ message }) => message) });
    }
    keeper.change(plans);
    setCopied(done);
  });
  return (
    <>
      <Failure title="写せませんでした" error={copying.error} otherSide={theApp} />
      {waiting.length === 0 ? null : (
        <div>
          <Button icon="document" pending={copying.pending} onPress={() => copying.run()}>
            {`先月から写す（${waiting.length}人）`}
          </Button>
        </div>
      )}
      <CopiedNotes copied={copied} />
    </>
  );
}

interface CopiedUser {
  readonly key: string;
  readonly name: string;
  readonly notes: readonly string[];
}

function CopiedNotes({ copied }: { readonly copied: readonly CopiedUser[] }): ReactNode {
  if (copied.length === 0) return null;
  const toSee = copied.filter(({ notes }) => notes.length > 0);
  return (
    <Notice
      tone={toSee.length === 0 ? "good" : "warn"}
      title={`${copied.length}人の予定を先月から写しました。${
        toSee.length === 0 ? "" : `${toSee.length}人は確かめてください。`
      }`}
      live="status"
    >
      <ul className="stack-narrow">
        {toSee.flatMap(({ key, name, notes }) =>
          notes.map((note) => <li key={`${key} ${note}`}>{`${name} 様: ${note}`}</li>),
        )}
      </ul>
    </Notice>
  );
}
