import type { KeptCareUser } from "@tsunagi/contract/desk";
import {
  copyPlan,
  monthInEra,
  type PlanDraft,
  type PlanLine,
  type PlannedUser,
  planFaults,
  reckonPlan,
} from "@tsunagi/standard";
import { type ReactNode, useMemo, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import type { KeptDraft } from "../drafts/draft-keeper.ts";
import { AnnexPreview } from "./AnnexPreview.tsx";
import { levelInWords, units } from "./CareUserRow.tsx";
import { codesIn, findCodes } from "./find-codes.ts";
import { LimitBar } from "./LimitBar.tsx";
import { LineForm } from "./LineForm.tsx";
import { NoTable } from "./NoTable.tsx";
import { PlanFacts } from "./PlanFacts.tsx";
import { PlanGrid } from "./PlanGrid.tsx";
import { careUserKey, detailsOf, isSameUser } from "./plan-content.ts";
import { usePlanMonth, usePlans } from "./plan-month.ts";
import { careUserAddress, monthAddress } from "./plan-places.ts";

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
  const [edited, setEdited] = useState<string>();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const { lines } = plan.draft;

  const change = (next: Partial<PlannedUser>): void => {
    keeper.change(new Map([[key, { ...plan, ...next }]]));
  };
  const changeDraft = (next: Partial<PlanDraft>): void => {
    change({ draft: { ...plan.draft, ...next } });
  };
  const putLine = (line: PlanLine): void => {
    const known = lines.some((one) => one.id === line.id);
    changeDraft({
      lines: known ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line],
    });
    setEdited(undefined);
  };

  return (
    <Page
      title={`${plan.user.name} 様の予定`}
      lead={`${monthInEra(month)}分　${levelInWords(plan.user.careLevel)}　限度額 ${units(plan.user.limitUnits)}　給付率 ${plan.user.benefitRate}％`}
      back={{ href: monthAddress(month), label: "予定の一覧へ" }}
      actions={
        <LinkButton href={careUserAddress(month, careUser.id)} icon="person">
          利用者の情報
        </LinkButton>
      }
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
      <CopyOne
        careUserKey={key}
        empty={lines.length === 0}
        onCopied={(draft, copyNotes) => {
          change({ user: detailsOf(careUser.details), draft });
          setNotes(copyNotes);
        }}
      />
      {notes.length === 0 ? null : (
        <Notice
          tone="warn"
          title="先月から写しました。次のところを確かめてください。"
          live="status"
        >
          <ul className="stack-narrow">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
      <LimitBar account={account} />
      <PlanGrid
        name={plan.user.name}
        draft={plan.draft}
        onCount={(lineId, day, count) => {
          changeDraft({
            lines: lines.map((line) =>
              line.id === lineId && line.claimDays === null
                ? { ...line, counts: line.counts.with(day - 1, count) }
                : line,
            ),
          });
        }}
        onEdit={setEdited}
      />
      <Faults plan={plan} />
      {edited === undefined ? (
        <div className="spread">
          <Button
            look={lines.length === 0 ? "primary" : "plain"}
            icon="document"
            onPress={() => {
              setEdited("new");
            }}
          >
            サービスを加える
          </Button>
          <Saving saving={saving} begun={kept !== undefined} />
        </div>
      ) : (
        <LineForm
          key={edited}
          line={lines.find((line) => line.id === edited)}
          onDone={putLine}
          onRemove={() => {
            changeDraft({ lines: lines.filter((line) => line.id !== edited) });
            setEdited(undefined);
          }}
          onMove={(by) => {
            changeDraft({ lines: moved(lines, edited, by) });
          }}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
      {lines.length === 0 ? null : (
        <>
          <PlanFacts draft={plan.draft} onChange={changeDraft} />
          <AnnexPreview plan={plan} account={account} />
        </>
      )}
    </Page>
  );
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

/** The lines with one of them a place further up or down among its like, as far as there is one. */
function moved(lines: readonly PlanLine[], id: string, by: -1 | 1): readonly PlanLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const line = lines[at];
  const isLike = (other: PlanLine) =>
    (other.service.basis === "permille") === (line?.service.basis === "permille");
  const to = by < 0 ? lines.slice(0, at).findLastIndex(isLike) : nextLike();
  const other = lines[to];
  return line === undefined || other === undefined ? lines : lines.with(at, other).with(to, line);

  function nextLike(): number {
    const ahead = lines.slice(at + 1).findIndex(isLike);
    return ahead < 0 ? -1 : at + 1 + ahead;
  }
}

/** What is still missing, where something is there already. */
function Faults({ plan }: { readonly plan: PlannedUser }): ReactNode {
  const { lines } = plan.draft;
  const faults = lines.length === 0 ? [] : planFaults(plan);
  if (faults.length === 0) return null;
  return (
    <Notice tone="warn" title="送る前に、次のところを直してください。">
      <ul className="stack-narrow">
        {faults.map(({ lineId, message }) => {
          const name = lines.find(({ id }) => id === lineId)?.service.name;
          return <li key={`${lineId} ${message}`}>{`${name ?? ""}: ${message}`}</li>;
        })}
      </ul>
    </Notice>
  );
}

/** Says when what is known of the care user is not what the plan was made with. */
function UserChanged({
  plan,
  careUser,
  onTake,
}: {
  readonly plan: PlannedUser;
  readonly careUser: KeptCareUser;
  readonly onTake: () => void;
}): ReactNode {
  if (isSameUser(plan.user, detailsOf(careUser.details))) return null;
  return (
    <Notice tone="info" title="利用者の情報が、この予定を作ったあとに変わっています。">
      <div>
        <Button icon="refresh" onPress={onTake}>
          この予定に反映する
        </Button>
      </div>
    </Notice>
  );
}

/** 先月から写す, for one care user whose plan is empty. */
function CopyOne({
  careUserKey: key,
  empty,
  onCopied,
}: {
  readonly careUserKey: string;
  readonly empty: boolean;
  readonly onCopied: (draft: PlanDraft, notes: readonly string[]) => void;
}): ReactNode {
  const { month, before } = usePlanMonth();
  const earlier = before.get(key);
  const copying = useDeskAction(async () => {
    if (earlier === undefined) return;
    const find = await findCodes(codesIn([earlier]));
    const { draft, notes } = copyPlan(earlier.draft, month, find);
    onCopied(
      draft,
      notes.map(({ message }) => message),
    );
  });
  if (!empty || earlier === undefined) return null;
  return (
    <>
      <Failure title="写せませんでした" error={copying.error} otherSide={theApp} />
      <div>
        <Button icon="document" pending={copying.pending} onPress={() => copying.run()}>
          先月から写す
        </Button>
      </div>
    </>
  );
}

function Saving({
  saving,
  begun,
}: {
  readonly saving: "saved" | "saving" | "failed";
  readonly begun: boolean;
}): ReactNode {
  if (!begun || saving === "failed") return null;
  return (
    <span role="status">
      <Badge tone="quiet" {...(saving === "saved" && { icon: "check" })}>
        {saving === "saved" ? "保存しました" : "保存しています"}
      </Badge>
    </span>
  );
}
