import "./security.css";
import type { OpenSession } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { fullName } from "../../parts/persons/role-words.ts";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction, usePortalResource } from "../portal-context.ts";

async function loadSessions(signal: AbortSignal): Promise<readonly OpenSession[]> {
  return (await centre.listSessions(undefined, { signal })).sessions;
}

/** Who is logged in: here, at other browsers, and at desks. Each can be ended. */
export function SessionsPage(): ReactNode {
  const { resource, reload } = usePortalResource(loadSessions);
  return (
    <Page
      title="ログイン中の端末"
      back={{ href: addressOf("security"), label: "セキュリティ" }}
      lead="心当たりのないログインがあれば、終わらせてから、パスワードを変更してください。"
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="ログインの一覧を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? (
        <ul className="sessions" aria-label="ログインの一覧">
          {resource.value.map((session) => (
            <SessionRow key={session.sessionId} session={session} onEnded={reload} />
          ))}
        </ul>
      ) : null}
    </Page>
  );
}

interface SessionRowProps {
  readonly session: OpenSession;
  readonly onEnded: () => void;
}

function SessionRow({ session, onEnded }: SessionRowProps): ReactNode {
  const { sessionId, person, openedAt, expiresAt, current } = session;
  const who = person === null ? "事業所ユーザ" : `${fullName(person.name)} さん`;
  const end = usePortalAction(async () => {
    await centre.endSession({ params: { sessionId } });
    onEnded();
  });
  return (
    <li className="sessions-session">
      <div className="sessions-who">
        <strong>{who}</strong>
        <span className="soft">
          {person === null ? "利用状況Webサイト" : "つなぎのアプリ"}
          {person === null ? null : (
            <>
              {" ・ "}
              <span className="code">{person.personId}</span>
            </>
          )}
        </span>
        <span className="soft small">
          {openedAt === null ? null : (
            <>
              <Moment at={openedAt} /> から、
            </>
          )}
          <Moment at={expiresAt} /> まで
        </span>
      </div>
      {current ? (
        <Badge tone="good" icon="check">
          この画面
        </Badge>
      ) : (
        <Button label={`${who}のログインを終わらせる`} pending={end.pending} onPress={end.run}>
          終わらせる
        </Button>
      )}
      <Failure title="終わらせられませんでした" error={end.error} otherSide={theCentre} />
    </li>
  );
}
