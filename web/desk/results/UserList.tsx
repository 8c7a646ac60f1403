import { type ReactNode, useEffect, useRef } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Icon } from "../../parts/look/Icon.tsx";
import type { EntryUser } from "./use-entry.ts";

interface UserListProps {
  readonly users: readonly EntryUser[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** The care users of a route, each with how far it is; one stop for Tab, arrows choose. */
export function UserList({ users, chosen, onChoose }: UserListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is chosen is brought into sight
  useEffect(() => {
    const item = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list.current === null || item === null || item === undefined) return;
    // Within the list only: the page stays where it is.
    list.current.scrollTop = item.offsetTop - (list.current.clientHeight - item.offsetHeight) / 2;
  }, [chosen]);
  return (
    <ListBox
      ref={list}
      className="user-list"
      aria-label="利用者"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : [...keys];
        if (key !== undefined) onChoose(String(key));
      }}
    >
      {users.map((user) => (
        <ListBoxItem
          key={user.key}
          id={user.key}
          className="user-list-item"
          textValue={`${user.name}、${stateInWords(user)}`}
        >
          <span className="user-list-name">{user.name}</span>
          <span className={`user-list-state ${user.draft.checked ? "user-list-done" : ""}`}>
            {user.draft.checked ? <Icon name="check" /> : null}
            {stateInWords(user)}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function stateInWords({ draft, differences, planIsNewer }: EntryUser): string {
  const changed = differences === 0 ? "予定どおり" : `違い${differences}日`;
  const state = draft.checked ? `確認済み・${changed}` : differences > 0 ? changed : "未確認";
  return planIsNewer ? `${state}・新しい予定あり` : state;
}
