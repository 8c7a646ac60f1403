import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "../look/Notice.tsx";
import { inputId } from "./FormField.tsx";

interface ErrorSummaryProps {
  readonly faults: readonly { readonly name: string; readonly sentence: string }[];
  /** Counts the tries; each new one takes the focus here. */
  readonly tries: number;
}

/** Above a form that could not be sent: what is wrong, each leading to its field. */
export function ErrorSummary({ faults, tries }: ErrorSummaryProps): ReactNode {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (tries > 0) place.current?.focus();
  }, [tries]);
  if (tries === 0 || faults.length === 0) return null;
  return (
    <section ref={place} tabIndex={-1} aria-label="入力の確認" className="error-summary">
      <Notice tone="bad" title={`${faults.length}か所、入力の確認をお願いします。`}>
        <ul className="stack-narrow">
          {faults.map(({ name, sentence }) => (
            <li key={name}>
              <a
                href={`#${inputId(name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputId(name))?.focus();
                }}
              >
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
