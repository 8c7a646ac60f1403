import { type ReactNode, useMemo } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { type Keeper, KeeperContext } from "../../parts/persons/keeper.ts";
import { PersonsPlace } from "../../parts/persons/PersonsPlace.tsx";
import type { Place } from "../../parts/state/hash-route.ts";
import { desk, theApp } from "../api.ts";
import { type ReadyState, useSessionWatch } from "../desk-context.ts";

interface DeskPersonsProps {
  readonly place: Place;
  readonly person: ReadyState["person"];
}

/** 職員, kept by the 管理者 who is logged in. Who is 一般 is told who can. */
export function DeskPersons({ place, person }: DeskPersonsProps): ReactNode {
  const onError = useSessionWatch();
  const { personId, role } = person;
  const keeper = useMemo<Keeper>(
    () => ({ calls: desk, otherSide: theApp, noun: "職員", self: personId, onError }),
    [personId, onError],
  );
  if (role !== "administrator") return <ForAdministrators />;
  return (
    <KeeperContext value={keeper}>
      <PersonsPlace place={place} />
    </KeeperContext>
  );
}

function ForAdministrators(): ReactNode {
  return (
    <Page title="職員" width="narrow">
      <Notice tone="info" title="職員の追加や停止は、権限が「管理者」の職員だけが行えます。">
        <p>
          管理者の方に頼んでください。管理者がいないときは、利用状況Webサイトに事業所ユーザでログインして、「個人ユーザ」から職員を管理者にできます。
        </p>
      </Notice>
    </Page>
  );
}
