import { deskRoutes } from "@tsunagi/contract/desk";

/** What the client says has changed; the page asks again for what it shows of it. */
export type Changed = "state" | "tray" | "sent" | "received" | "drafts";

const all: readonly Changed[] = ["state", "tray", "sent", "received", "drafts"];

interface Listener {
  readonly onChanged: (what: Changed) => void;
  /** Whether the client is there; after a break everything counts as changed. */
  readonly onConnection: (connected: boolean) => void;
}

/** Listens to the client's server-sent events until the returned function is called. The browser reconnects by itself. */
export function listen({ onChanged, onConnection }: Listener): () => void {
  const source = new EventSource(deskRoutes.events.path);
  let broken = false;

  source.addEventListener("open", () => {
    onConnection(true);
    if (broken) all.forEach(onChanged);
    broken = false;
  });
  source.addEventListener("error", () => {
    broken = true;
    onConnection(false);
  });
  source.addEventListener("changed", (event) => {
    const what = changedIn(event.data);
    if (what !== undefined) onChanged(what);
  });
  return () => {
    source.close();
  };
}

/** Reads the data of a `changed` event; `undefined` when it is none we know. */
export function changedIn(data: unknown): Changed | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const { what } = JSON.parse(data) as { what?: unknown };
    return all.find((each) => each === what);
  } catch {
    return undefined;
  }
}
