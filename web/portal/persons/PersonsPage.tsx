import "./persons.css";
import type { Person } from "@tsunagi/contract/exchange";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../parts/frame/ConfirmDialog.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre, theCentre } from "../api.ts";
import { usePortalAction, usePortalResource } from "../portal-context.ts";
import { fullName, roleWords } from "./role-words.ts";

async function loadPersons(signal: AbortSignal): Promise<readonly Person[]> {
  return (await centre.listPersons(undefined, { signal })).persons;
}

/** 個人ユーザ: who of the staff may log in at the desk. */
export function PersonsPage(): ReactNode {
  const { resource, reload } = usePortalResource(loadPersons);
  const add = (
    <LinkButton href={addressOf("persons", "new")} look="primary">
      個人ユーザを追加する
    </LinkButton>
  );
  const empty = resource.state === "ready" && resource.value.length === 0;
  return (
    <Page
      title="個人ユーザ"
      lead="つなぎのアプリにログインする職員です。一人ずつ、自分のIDを使います。"
      actions={empty ? undefined : add}
    >
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="個人ユーザを読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {empty ? (
        <EmptyState icon="person" title="個人ユーザはまだいません">
          <p>
            送受信をする職員を追加すると、アプリにログインするためのIDと仮パスワードが表示されます。
          </p>
          {add}
        </EmptyState>
      ) : null}
      {resource.state === "ready" && !empty ? (
        <ul className="persons" aria-label="個人ユーザの一覧">
          {resource.value.map((person) => (
            <PersonRow key={person.personId} person={person} onChanged={reload} />
          ))}
        </ul>
      ) : null}
    </Page>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly onChanged: () => void;
}

function PersonRow({ person, onChanged }: PersonRowProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const { personId, active } = person;
  const name = fullName(person.name);
  const setActive = usePortalAction(async (next: boolean) => {
    await centre.setPersonActive({ params: { personId }, body: { active: next } }).finally(() => {
      setAsking(false);
    });
    onChanged();
  });

  return (
    <li className="persons-person">
      <div className="persons-who">
        <strong className="persons-name">{name}</strong>
        <span className="soft">
          <span className="code">{personId}</span> ・ {roleWords[person.role].name}
        </span>
        <span className="soft small">
          最後のログイン:{" "}
          {person.lastLoginAt === null ? "まだありません" : <Moment at={person.lastLoginAt} />}
        </span>
      </div>
      {active ? (
        <Badge tone="good" icon="check">
          利用中
        </Badge>
      ) : (
        <Badge tone="quiet" icon="cross">
          停止中
        </Badge>
      )}
      {active ? (
        <Button
          label={`${name} さんの利用を止める`}
          onPress={() => {
            setAsking(true);
          }}
        >
          利用を止める
        </Button>
      ) : (
        <Button
          label={`${name} さんの利用を再開する`}
          pending={setActive.pending}
          onPress={() => {
            setActive.run(true);
          }}
        >
          再開する
        </Button>
      )}
      <Failure title="変更できませんでした" error={setActive.error} otherSide={theCentre} />
      <ConfirmDialog
        open={asking}
        title={`${name} さんの利用を止めますか`}
        doIt="利用を止める"
        pending={setActive.pending}
        onDoIt={() => {
          setActive.run(false);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>
          すぐにログインできなくなります。いまログインしていれば、それも終わります。あとで再開できます。
        </p>
      </ConfirmDialog>
    </li>
  );
}
