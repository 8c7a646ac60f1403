import "./message-list.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField } from "react-aria-components/SearchField";
import { Segments } from "../../parts/form/Segments.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { narrowed, type Only } from "./lists.ts";

interface MessageListProps {
  readonly label: string;
  readonly messages: readonly DeskMessage[];
  readonly filters: readonly { readonly value: Only; readonly label: string }[];
  readonly row: (message: DeskMessage) => ReactNode;
}

/** Messages drawn at first, and how many more with each press. */
const portion = 50;

/** A list of messages that can be narrowed by words and by state. */
export function MessageList({ label, messages, filters, row }: MessageListProps): ReactNode {
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState<Only>("all");
  const [shown, setShown] = useState(portion);
  const found = narrowed(messages, search, only);

  return (
    <div className="stack">
      <div className="spread">
        <SearchField className="message-search" value={search} onChange={setSearch}>
          <Label className="unseen">事業所名・番号・内容でしぼり込む</Label>
          <Input
            className="form-field-input"
            placeholder="事業所名・番号・内容でしぼり込む"
            autoComplete="off"
          />
        </SearchField>
        <Segments
          label="表示するもの"
          value={only}
          options={filters.map(({ value, label: name }) => ({
            value,
            label: `${name} ${narrowed(messages, search, value).length}件`,
          }))}
          onChange={setOnly}
        />
      </div>
      {found.length === 0 ? (
        <p className="message-none" role="status">
          条件に合うものはありません。
        </p>
      ) : (
        <ul className="message-list" aria-label={label}>
          {found.slice(0, shown).map((message) => (
            <li key={message.id}>{row(message)}</li>
          ))}
        </ul>
      )}
      {found.length > shown ? (
        <div className="row">
          <Button
            onPress={() => {
              setShown((count) => count + portion);
            }}
          >
            さらに表示する (残り{found.length - shown}件)
          </Button>
        </div>
      ) : null}
    </div>
  );
}
