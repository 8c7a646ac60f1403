import type { CDPSession, Page } from "playwright-core";

/** Something that went, or tried to go, over the network. */
export interface Sighting {
  readonly what: "request" | "websocket" | "webtransport";
  readonly url: string;
  readonly from: "page" | "worker";
  /** The browser's own word for what stopped it before it left, e.g. `csp`. */
  stoppedBy?: string;
}

/** Watches the network of a page and of every worker it starts, through the browser's own debugging protocol. */
export interface Witness {
  /** Everything up to now, but what the page made out of itself (`blob:`, `data:`). */
  sightings(): Promise<readonly Sighting[]>;
  /** How many workers have come under watch. */
  workers(): number;
}

interface NetworkEvent {
  readonly requestId: string;
  readonly request?: { readonly url: string };
  readonly url?: string;
  readonly blockedReason?: string;
}

/** Begins to watch; workers wait until they are watched too. */
export async function watchNetwork(page: Page): Promise<Witness> {
  const seen = new Map<string, Sighting>();
  let workers = 0;

  const hear = (from: Sighting["from"], method: string, event: NetworkEvent): void => {
    const saw = (what: Sighting["what"], url: string | undefined): void => {
      if (url === undefined || /^(blob|data):/.test(url)) return;
      seen.set(`${from} ${event.requestId}`, { what, url, from });
    };
    if (method === "Network.requestWillBeSent") saw("request", event.request?.url);
    if (method === "Network.webSocketCreated") saw("websocket", event.url);
    if (method === "Network.webTransportCreated") saw("webtransport", event.url);
    if (method === "Network.loadingFailed" && event.blockedReason !== undefined) {
      const sighting = seen.get(`${from} ${event.requestId}`);
      if (sighting) sighting.stoppedBy = event.blockedReason;
    }
  };

  const session: CDPSession = await page.context().newCDPSession(page);
  for (const method of [
    "Network.requestWillBeSent",
    "Network.webSocketCreated",
    "Network.webTransportCreated",
    "Network.loadingFailed",
  ] as const) {
    session.on(method, (event: object) => {
      hear("page", method, event as NetworkEvent);
    });
  }
  const alive = new Set<string>();
  const answers = new Map<number, () => void>();
  let lastId = 0;
  // Not flat: what a worker says and is told comes wrapped through the session of its page.
  const ask = (sessionId: string, method: string): Promise<void> => {
    const id = ++lastId;
    const message = JSON.stringify({ id, method });
    return new Promise<void>((resolve) => {
      answers.set(id, resolve);
      // A worker that has ended meanwhile answers nothing, and has nothing more to tell.
      session.send("Target.sendMessageToTarget", { sessionId, message }).catch(() => {
        resolve();
      });
    });
  };
  session.on("Target.attachedToTarget", ({ sessionId }) => {
    alive.add(sessionId);
    void ask(sessionId, "Network.enable").then(() => {
      workers++;
      return ask(sessionId, "Runtime.runIfWaitingForDebugger");
    });
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => {
    alive.delete(sessionId);
    for (const answered of answers.values()) answered();
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const told = JSON.parse(message) as { id?: number; method?: string; params?: NetworkEvent };
    if (told.id !== undefined) answers.get(told.id)?.();
    if (told.method !== undefined && told.params !== undefined) {
      hear("worker", told.method, told.params);
    }
  });
  await session.send("Network.enable");
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });

  return {
    async sightings() {
      // Each answers in order: what it has seen before comes before its answer.
      await session.send("Network.enable");
      await Promise.all(Array.from(alive, (sessionId) => ask(sessionId, "Network.enable")));
      return [...seen.values()];
    },
    workers: () => workers,
  };
}
