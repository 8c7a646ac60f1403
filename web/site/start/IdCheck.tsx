import { type ReactNode, useState } from "react";
import { FormField } from "../../parts/form/FormField.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { readId } from "./read-id.ts";

/** Says by its form what an ID is. Nothing that is typed here leaves the page. */
export function IdCheck(): ReactNode {
  const [typed, setTyped] = useState("");
  return (
    <div className="stack">
      <FormField
        label="お手もとのID"
        hint="形だけを確かめます。入力したものは、どこにも送りません。"
        width="half"
        field={{
          name: "id",
          value: typed,
          fault: undefined,
          typed: undefined,
          onChange: setTyped,
          onBlur: () => undefined,
        }}
      />
      <div aria-live="polite">
        <Found typed={typed} />
      </div>
    </div>
  );
}

function Found({ typed }: { readonly typed: string }): ReactNode {
  const found = readId(typed);
  switch (found.kind) {
    case "none":
      return null;
    case "office":
      return (
        <Notice tone="good" title="事業所ユーザIDの形です。">
          <p>
            {found.prefecture}、事業所番号 <span className="code">{found.number}</span>{" "}
            のIDです。事業所番号が合っていれば、このIDで利用申請ができます。
          </p>
        </Notice>
      );
    case "person":
      return (
        <Notice tone="info" title="個人ユーザIDです。">
          <p>{found.says}</p>
        </Notice>
      );
    case "corporation":
      return (
        <Notice tone="info" title="法人ユーザIDです。">
          <p>{found.says}</p>
        </Notice>
      );
    case "agent":
      return (
        <Notice tone="bad" title="このIDは使えません。">
          <p>{found.says}</p>
          <p>
            請求を代理人に任せている事業所も、事業所のKJから始まるIDが別にあります。所轄の国民健康保険団体連合会へお問い合わせください。
          </p>
        </Notice>
      );
    case "wrong":
      return (
        <Notice tone="warn" title="事業所ユーザIDの形になっていません。">
          <p>{found.says}</p>
          <p>
            IDが分からないときは、
            <a href="/portal/#/lost">事業所番号を入力して確かめられます</a>。
          </p>
        </Notice>
      );
    default:
      return found satisfies never;
  }
}
