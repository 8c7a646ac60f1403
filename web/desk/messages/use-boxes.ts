import type { DeskMessage } from "@tsunagi/contract/desk";
import { useCallback, useEffect, useState } from "react";
import { type Loaded, useResource } from "../../parts/state/use-resource.ts";
import { desk } from "../api.ts";
import { useDesk } from "../desk-context.ts";
import { newcomers } from "./lists.ts";

type Messages = readonly DeskMessage[];

export interface Boxes {
  readonly received: Loaded<Messages>;
  readonly sent: Loaded<Messages>;
  /** What has come while the page was open and was not looked at or put away. */
  readonly arrivals: Messages;
  readonly dismissArrivals: () => void;
}

async function loadReceived(signal: AbortSignal): Promise<Messages> {
  return (await desk.listMessages({ query: { box: "received" } }, { signal })).messages;
}

async function loadSent(signal: AbortSignal): Promise<Messages> {
  return (await desk.listMessages({ query: { box: "sent" } }, { signal })).messages;
}

/** Both lists, kept fresh by what the client says has changed. */
export function useBoxes(): Boxes {
  const { onChanged } = useDesk();
  const received = useResource(loadReceived);
  const sent = useResource(loadSent);
  const [known, setKnown] = useState<Messages>();
  const [arrivals, setArrivals] = useState<Messages>([]);

  const reloadReceived = received.reload;
  const reloadSent = sent.reload;
  useEffect(
    () =>
      onChanged((what) => {
        if (what === "received") reloadReceived();
        if (what === "sent") reloadSent();
      }),
    [onChanged, reloadReceived, reloadSent],
  );

  const now = received.resource.state === "ready" ? received.resource.value : undefined;
  if (now !== undefined && now !== known) {
    setKnown(now);
    const fresh = known === undefined ? [] : newcomers(known, now);
    const unread = new Set(now.filter((each) => !each.read).map((each) => each.id));
    setArrivals((before) => [...fresh, ...before].filter((each) => unread.has(each.id)));
  }

  const dismissArrivals = useCallback(() => {
    setArrivals([]);
  }, []);
  return { received, sent, arrivals, dismissArrivals };
}
