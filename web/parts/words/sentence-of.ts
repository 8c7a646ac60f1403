import { CallError } from "@tsunagi/contract";

/**
 * The sentence for the person at the desk. A problem brings its own (RFC 9457 title, in Japanese); the two that have
 * none are said here.
 * @param otherSide what does not answer, as the page calls it: `アプリ`, `センター`.
 */
export function sentenceOf(error: unknown, otherSide: string): string {
  if (!(error instanceof CallError)) return unexpected;
  if (error.problem !== undefined) return withWait(error.problem.title, error.problem);
  if (error.code === "unreachable") {
    return `${otherSide}につながりませんでした。少し待ってから、もう一度お試しください。`;
  }
  return unexpected;
}

const unexpected =
  "予期しない問題が起きました。もう一度お試しになり、直らないときはヘルプデスクへご連絡ください。";

function withWait(title: string, problem: { readonly retryAfterSeconds?: number }): string {
  const seconds = problem.retryAfterSeconds;
  if (seconds === undefined || seconds <= 0) return title;
  const wait = seconds < 90 ? `あと約${seconds}秒` : `あと約${Math.ceil(seconds / 60)}分`;
  return `${title}(${wait}お待ちください)`;
}

/** The code of a problem, `undefined` when something else was thrown. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof CallError ? error.code : undefined;
}

/** What a problem says of single fields, by the last part of their path: `/body/telephone` is `telephone`. */
export function fieldSentences(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof CallError)) return {};
  const entries = (error.problem?.errors ?? []).map(({ path, message }) => [
    path.split(/[/.]/).at(-1) ?? path,
    message,
  ]);
  return Object.fromEntries(entries);
}
