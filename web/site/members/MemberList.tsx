import type { Member } from "@tsunagi/contract/exchange";
import { serviceTypeName } from "@tsunagi/standard";
import { type ReactNode, useCallback, useState } from "react";
import { SearchBox } from "../../parts/form/SearchBox.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { useAction } from "../../parts/state/use-action.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { prefectureName } from "../../parts/words/prefectures.ts";
import { centre, theCentre } from "../api.ts";
import type { Chosen } from "./counted.ts";

interface MembersPart {
  readonly offices: readonly Member[];
  readonly more: boolean;
}

type Wanted = Chosen & { readonly search: string };

/** The offices by name, of what is chosen and searched; those that keep their name out are not among them. */
export function MemberList({ chosen }: { readonly chosen: Chosen }): ReactNode {
  const [typed, setTyped] = useState("");
  const search = typed.trim();
  const { prefecture, serviceType } = chosen;
  const load = useCallback(
    async (signal: AbortSignal) => {
      // What is typed quickly is asked for once.
      await new Promise((resolve) => setTimeout(resolve, search === "" ? 0 : 300));
      signal.throwIfAborted();
      return loadMembers({ prefecture, serviceType, search }, undefined, signal);
    },
    [prefecture, serviceType, search],
  );
  const { resource, reload, put } = useResource<MembersPart>(load);
  const more = useAction(async ({ offices }: MembersPart) => {
    const next = await loadMembers({ ...chosen, search }, offices.at(-1)?.number);
    put({ ...next, offices: [...offices, ...next.offices] });
  });
  return (
    <Card title="事業所をさがす">
      <SearchBox label="事業所名か事業所番号" value={typed} onChange={setTyped} />
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="事業所を読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" ? <Named part={resource.value} /> : null}
      {resource.state === "ready" && resource.value.more ? (
        <div>
          <Button
            pending={more.pending}
            onPress={() => {
              more.run(resource.value);
            }}
          >
            続きを見る
          </Button>
        </div>
      ) : null}
      <Failure title="続きを読み込めませんでした" error={more.error} otherSide={theCentre} />
      <p className="soft small">
        名前を載せないことにした事業所は、ここには出ません（数には入っています）。載せるかどうかは、利用状況Webサイトの「名前の公開」で事業所が決められます。
      </p>
    </Card>
  );
}

function Named({ part: { offices } }: { readonly part: MembersPart }): ReactNode {
  if (offices.length === 0) {
    return <p role="status">名前を載せている事業所は、この条件では見つかりませんでした。</p>;
  }
  return (
    <ul className="members-list" aria-label="参加事業所">
      {offices.map(({ number, name, prefecture, serviceTypes }) => (
        <li key={number} className="members-one">
          <strong>{name}</strong>
          <span className="soft small members-facts">
            <span>{prefectureName(prefecture)}</span>
            <span className="code">{number}</span>
            <span>{serviceTypes.map((type) => serviceTypeName(type) ?? type).join("、")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function loadMembers(
  { prefecture, serviceType, search }: Wanted,
  after: string | undefined,
  signal?: AbortSignal,
): Promise<MembersPart> {
  const query = {
    ...(prefecture !== "" && { prefecture }),
    ...(serviceType !== "" && { serviceType }),
    ...(search !== "" && { search }),
    ...(after !== undefined && { after }),
  };
  return centre.members({ query }, signal === undefined ? {} : { signal });
}
