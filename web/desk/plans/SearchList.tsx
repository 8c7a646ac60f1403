import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField } from "react-aria-components/TextField";
import { sentenceOf } from "../../parts/words/sentence-of.ts";
import { theApp } from "../api.ts";

interface SearchListProps<Item> {
  readonly label: string;
  readonly hint: string;
  /** Shown before anything is typed. */
  readonly atFirst: readonly Item[];
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Item[]>;
  readonly keyOf: (item: Item) => string;
  readonly show: (item: Item) => ReactNode;
  readonly onPick: (item: Item) => void;
}

type Found<Item> =
  | { readonly state: "first" | "searching" }
  | { readonly state: "found"; readonly items: readonly Item[] }
  | { readonly state: "failed"; readonly sentence: string };

/** So long after the last key a search begins, in milliseconds. */
const afterTyping = 150;

/** Types to find: Enter takes the first, the arrow down leads into the list. */
export function SearchList<Item>({
  label,
  hint,
  atFirst,
  search,
  keyOf,
  show,
  onPick,
}: SearchListProps<Item>): ReactNode {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found<Item>>({ state: "first" });
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const items = found.state === "found" ? found.items : text.trim() === "" ? atFirst : [];

  useEffect(() => {
    if (text.trim() === "") {
      setFound({ state: "first" });
      return undefined;
    }
    const stop = new AbortController();
    setFound({ state: "searching" });
    const ask = async (): Promise<void> => {
      const answer = await answerOf(search(text, stop.signal));
      if (!stop.signal.aborted) setFound(answer);
    };
    const timer = setTimeout(() => {
      void ask();
    }, afterTyping);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, search]);

  const focusAt = (at: number): void => {
    list.current?.querySelectorAll("button")[at]?.focus();
  };
  const onInputKey = (event: KeyboardEvent): void => {
    const [first] = items;
    if (event.key === "ArrowDown") focusAt(0);
    // While a Japanese input method is at work, Enter is its own.
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      if (first !== undefined) onPick(first);
    } else return;
    event.preventDefault();
  };
  const onItemKey = (event: KeyboardEvent, at: number): void => {
    if (event.key === "ArrowDown") focusAt(at + 1);
    else if (event.key === "ArrowUp") focusAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <div className="search-list">
      <TextField
        className="form-field form-field-half"
        value={text}
        onChange={setText}
        onKeyDown={onInputKey}
        autoComplete="off"
      >
        <Label className="form-field-label">{label}</Label>
        <Text slot="description" className="form-field-hint">
          {hint}
        </Text>
        <div className="form-field-line">
          <Input className="form-field-input" aria-controls={listId} />
        </div>
      </TextField>
      <p className="small soft" aria-live="polite">
        {wordsOf(found, items.length)}
      </p>
      <ul ref={list} id={listId} className="search-list-items" aria-label={`${label}の候補`}>
        {items.map((item, at) => (
          <li key={keyOf(item)}>
            <button
              type="button"
              className="search-list-item"
              onClick={() => {
                onPick(item);
              }}
              onKeyDown={(event) => {
                onItemKey(event, at);
              }}
            >
              {show(item)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function answerOf<Item>(asked: Promise<readonly Item[]>): Promise<Found<Item>> {
  try {
    return { state: "found", items: await asked };
  } catch (error) {
    return { state: "failed", sentence: sentenceOf(error, theApp) };
  }
}

function wordsOf<Item>(found: Found<Item>, count: number): string {
  if (found.state === "searching") return "探しています…";
  if (found.state === "failed") return found.sentence;
  if (found.state === "first") return "";
  return count === 0
    ? "見つかりません。ほかの言葉で探してください。"
    : `${count}件見つかりました。`;
}
