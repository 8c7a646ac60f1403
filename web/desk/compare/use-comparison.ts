import type { DeskMessage } from "@tsunagi/contract/desk";
import { useCallback } from "react";
import { type Loaded, useResource } from "../../parts/state/use-resource.ts";
import { desk } from "../api.ts";
import type { ComparedAs, CompareOutcome } from "./ask.ts";
import { startCompareWorker } from "./start-worker.ts";
import { comparedAs, whatToCompare } from "./what-to-compare.ts";

/** A message, and how it compares. */
export interface ComparedMessage {
  readonly message: DeskMessage;
  /** Undefined where the message is nothing that can be compared. */
  readonly found: { readonly as: ComparedAs; readonly outcome: CompareOutcome } | undefined;
}

/** Compares a message with the plans on this desk, once; a comparison under way ends with the page. */
export function useComparison(id: string): Loaded<ComparedMessage> {
  const load = useCallback((signal: AbortSignal) => compare(id, signal), [id]);
  return useResource(load);
}

async function compare(id: string, signal: AbortSignal): Promise<ComparedMessage> {
  const options = { signal };
  const [message, received, sent] = await Promise.all([
    desk.message({ params: { id } }, options),
    desk.listMessages({ query: { box: "received" } }, options),
    desk.listMessages({ query: { box: "sent" } }, options),
  ]);
  const as = comparedAs(message);
  if (as === undefined) return { message, found: undefined };
  const request = whatToCompare(message, as, [...received.messages, ...sent.messages]);
  const worker = startCompareWorker();
  signal.addEventListener("abort", () => {
    worker.end();
  });
  try {
    return { message, found: { as, outcome: await worker.ask("compare", request) } };
  } finally {
    worker.end();
  }
}
