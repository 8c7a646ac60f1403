import type { DeskMessage } from "@tsunagi/contract/desk";
import {
  type PlannedUser,
  parseMonth,
  readDocumentsLeniently,
  readFile,
  takeOverPlans,
} from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { useResource } from "../../parts/state/use-resource.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { desk, fileAddress, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { openDrafts } from "../drafts/draft-keeper.ts";
import { findCodes } from "./find-codes.ts";
import { careUserKey, readPlan } from "./plan-content.ts";
import { usePlanMonth } from "./plan-month.ts";
import { monthAddress } from "./plan-places.ts";

/** Takes care users and their plans over from a message with a plan of use that was sent or received. */
export function TakeOverPage(): ReactNode {
  const { month, careUsers, reload } = usePlanMonth();
  const { resource, reload: again } = useResource(loadPlanMessages);
  const [done, setDone] = useState<TakenOver>();
  const taking = useDeskAction(async (message: DeskMessage) => {
    const known = new Set(careUsers.map(({ details }) => careUserKey(details)));
    setDone(await takeOver(message, known));
    reload();
  });

  return (
    <Page
      title="送受信した予定から取り込む"
      lead="前に送った、または受け取った予定（6・7表と利用者補足情報）から、利用者と予定の下書きを作ります。"
      back={{ href: monthAddress(month), label: "予定の一覧へ" }}
    >
      <Failure title="取り込めませんでした" error={taking.error} otherSide={theApp} />
      {done === undefined ? null : <Outcome done={done} />}
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="一覧を読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={again}
        />
      ) : null}
      {resource.state === "ready" && resource.value.length === 0 ? (
        <EmptyState icon="inbox" title="取り込める予定がありません">
          <p>予定を送るか受け取ると、ここから取り込めます。</p>
        </EmptyState>
      ) : null}
      {resource.state === "ready" && resource.value.length > 0 ? (
        <ul className="plan-rows" aria-label="取り込める予定">
          {resource.value.map((message) => (
            <li key={message.id} className="plan-row">
              <span className="plan-row-name">
                <span>
                  {message.month === null ? message.title : monthOfService(message.month)}
                </span>
                {firstMomentOf(message)}
                <span className="small soft">
                  {message.box === "sent" ? "送信: " : "受信: "}
                  <OfficeLabel number={message.partner.number} name={message.partner.name} />
                </span>
              </span>
              <Button
                pending={taking.pending}
                label={`${message.partner.name} との ${message.month === null ? "" : monthOfService(message.month)} の予定を取り込む`}
                onPress={() => taking.run(message)}
              >
                取り込む
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
}

/** Tells messages of the same month and partner apart. */
function firstMomentOf({ stations: [first] }: DeskMessage): ReactNode {
  return first === undefined ? null : (
    <span className="small soft">
      <Moment at={first.at} />
    </span>
  );
}

interface TakenOver {
  readonly month: string;
  readonly taken: number;
  /** Those who have a plan of that month already: it was left as it is. */
  readonly kept: readonly string[];
}

function Outcome({ done: { month, taken, kept } }: { readonly done: TakenOver }): ReactNode {
  return (
    <Notice
      tone={taken === 0 ? "warn" : "good"}
      title={
        taken === 0
          ? "新しく取り込んだ予定はありません。"
          : `${taken}人の${monthOfService(month)}の予定を取り込みました。`
      }
      live="status"
    >
      {kept.length === 0 ? null : (
        <p>{`予定がもうある方は、そのままにしました: ${kept.map((name) => `${name} 様`).join("、")}`}</p>
      )}
      <div>
        <LinkButton href={monthAddress(parseMonth(month))} icon="arrow">
          {`${monthOfService(month)}の予定を開く`}
        </LinkButton>
      </div>
    </Notice>
  );
}

async function loadPlanMessages(signal: AbortSignal): Promise<readonly DeskMessage[]> {
  const boxes = await Promise.all(
    (["sent", "received"] as const).map((box) => desk.listMessages({ query: { box } }, { signal })),
  );
  return boxes
    .flatMap(({ messages }) => messages)
    .filter(
      ({ files, month }) => month !== null && files.some(({ name }) => name.startsWith("UPPLAN_")),
    )
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** @param known those who are on the list already: what stands there may be newer than the message */
async function takeOver(message: DeskMessage, known: ReadonlySet<string>): Promise<TakenOver> {
  const files = await Promise.all(
    message.files
      .filter(({ name }) => /^(?:UPPLAN|UPSIKYU|UPHOSOKU)_/.test(name))
      .map(async ({ name }) => {
        const answer = await fetch(fileAddress(message.id, name));
        if (!answer.ok) throw new Error(`no answer for a file: ${answer.status}`);
        return readFile(name, new Uint8Array(await answer.arrayBuffer()));
      }),
  );
  const { documents } = readDocumentsLeniently(files);
  const plans = documents.flatMap((one) => (one.kind === "plan-of-use" ? [one] : []));
  const codes = plans.flatMap(({ users }) =>
    users.flatMap(({ table6 }) => (table6?.lines ?? []).map(({ serviceCode }) => serviceCode)),
  );
  const find = await findCodes(codes);
  const taken = plans.flatMap((plan) => takeOverPlans(plan, find));
  const month = taken[0]?.draft.month;
  if (month === undefined) return { month: message.month ?? "", taken: 0, kept: [] };
  const newcomers = taken.map(({ user }) => user).filter((user) => !known.has(careUserKey(user)));
  if (newcomers.length > 0) await desk.addCareUsers({ body: { careUsers: newcomers } });
  const keeper = await openDrafts({ kind: "plan", route: "", api: desk, read: readPlan, month });
  const { drafts } = keeper.current();
  const isKept = ({ user }: PlannedUser) => drafts.has(careUserKey(user));
  const fresh = taken.filter((plan) => !isKept(plan));
  keeper.change(new Map(fresh.map((plan) => [careUserKey(plan.user), plan])));
  await keeper.saved();
  return { month, taken: fresh.length, kept: taken.filter(isKept).map(({ user }) => user.name) };
}
