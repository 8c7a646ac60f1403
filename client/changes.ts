/** What has changed: where the desk stands, the tray, 送信一覧, 受信一覧, or the drafts 下書き. */
export type Change = "state" | "tray" | "sent" | "received" | "drafts";

export interface Changes {
  /** Calls `listener` at each change from now on; what comes back stops it. */
  listen(listener: (what: Change) => void): () => void;
  tell(what: Change): void;
}

/** A bell for those who show something: it says what changed, not how; they ask again. */
export function createChanges(): Changes {
  const listeners = new Set<(what: Change) => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(what) {
      for (const listener of listeners) listener(what);
    },
  };
}
