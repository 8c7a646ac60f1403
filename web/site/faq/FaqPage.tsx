import "./faq.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { SearchBox } from "../../parts/form/SearchBox.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { findQuestions } from "./find-questions.ts";
import { type Question, questions, topics } from "./questions.tsx";

/** よくある質問. `asked`: the question that the address names, which stands open. */
export function FaqPage({ asked }: { readonly asked: string | undefined }): ReactNode {
  const [typed, setTyped] = useState("");
  const found = findQuestions(questions, typed);
  return (
    <Page title="よくある質問" lead="言葉を入れると、合う質問だけが残ります。">
      <SearchBox
        label="質問をさがす"
        hint="例 証明書、取り消し、パスワード"
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="soft">
        {typed.trim() === "" ? `全部で${questions.length}件` : `${found.length}件見つかりました`}
      </p>
      {topics.map((topic) => {
        const of = found.filter((one) => one.topic === topic);
        return of.length === 0 ? null : (
          <section key={topic} className="stack" aria-label={topic}>
            <h2>{topic}</h2>
            <div className="faq-list">
              {of.map((one) => (
                <Answer key={one.id} one={one} open={one.id === asked} />
              ))}
            </div>
          </section>
        );
      })}
      <div className="faq-more">
        <p>
          {found.length === 0 ? "合う質問はありませんでした。" : "解決しないときは、"}
          お問い合わせください。
        </p>
        <LinkButton href={addressOf("inquiry")} icon="mail">
          お問い合わせへ
        </LinkButton>
      </div>
    </Page>
  );
}

function Answer({
  one: { question, answer },
  open,
}: {
  readonly one: Question;
  readonly open: boolean;
}): ReactNode {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: "center" });
  }, [open]);
  return (
    <details ref={place} className="faq-one" open={open}>
      <summary className="faq-question">{question}</summary>
      <div className="faq-answer">{answer}</div>
    </details>
  );
}
