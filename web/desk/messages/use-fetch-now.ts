import { useState } from "react";
import type { Action } from "../../parts/state/use-action.ts";
import { desk } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";

/** Asks the centre at once: receives what waits there, sends what waits here. `outcome` says what came of it. */
export function useFetchNow(onDone: () => void): {
  readonly fetchNow: Action<[]>;
  readonly outcome: string | undefined;
} {
  const [outcome, setOutcome] = useState<string>();
  const fetchNow = useDeskAction(async () => {
    setOutcome(undefined);
    const { received, sent } = await desk.fetchNow();
    setOutcome(outcomeOf(received.length, sent.length));
    onDone();
  });
  return { fetchNow, outcome };
}

function outcomeOf(received: number, sent: number): string {
  const parts = [
    ...(received > 0 ? [`${received}件を受信しました。`] : []),
    ...(sent > 0 ? [`送信箱の${sent}件を送りました。`] : []),
  ];
  return parts.length === 0 ? "新しく届いているものはありませんでした。" : parts.join("");
}
