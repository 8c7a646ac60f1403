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
  /** Everything seen since the start or the last `forget`, but what the page made out of itself (`blob:`, `data:`). */
  sightings(): readonly Sighting[];
  forget(): void;
  /** How many workers have been watched. */
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
  // Not flat: the messages of a worker come wrapped through the session of its page.
  session.on("Target.attachedToTarget", ({ sessionId }) => {
    workers++;
    const say = (id: number, method: string): Promise<unknown> =>
      session.send("Target.sendMessageToTarget", {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
    void say(1, "Network.enable").then(() => say(2, "Runtime.runIfWaitingForDebugger"));
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { method, params } = JSON.parse(message) as { method?: string; params?: NetworkEvent };
    if (method !== undefined && params !== undefined) hear("worker", method, params);
  });
  await session.send("Network.enable");
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });

  return {
    sightings: () => [...seen.values()],
    forget: () => {
      seen.clear();
    },
    workers: () => workers,
  };
}
