import "./terms-text.css";
import type { Terms } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { dateOfDay } from "../../parts/words/japanese-date.ts";

/** The terms in full, at reading size; nothing of them is hidden in a box of its own. */
export function TermsText({ terms }: { readonly terms: Terms }): ReactNode {
  return (
    <article className="terms" aria-labelledby="terms-title">
      <header>
        <h2 id="terms-title">利用規約</h2>
        <p className="soft small">
          {terms.edition} 版 ({dateOfDay(terms.inForceSince)}から有効)
        </p>
      </header>
      {terms.sections.map(({ heading, paragraphs }) => (
        <section key={heading} className="terms-section">
          <h3>{heading}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
