import { Children, isValidElement, type ReactNode } from "react";
import { holds } from "../../parts/words/found.ts";
import type { Question } from "./questions.tsx";

/** The questions in which every word that was typed stands, in question, answer, topic or words. */
export function findQuestions(questions: readonly Question[], typed: string): readonly Question[] {
  return questions.filter(({ question, answer, topic, words }) =>
    holds([question, textOf(answer), topic, words], typed),
  );
}

/** What one reads in a piece of a page. */
function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map((part: ReactNode) => textOf(part)).join("");
  if (isValidElement<{ readonly children?: ReactNode }>(node)) {
    return Children.toArray(node.props.children).map(textOf).join("");
  }
  return "";
}
