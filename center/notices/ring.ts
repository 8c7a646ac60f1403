import type { Bell } from "./bell.ts";

/** Rings for one office, for one stream. */
export interface RingListener {
  /**
   * Waits for a ring; one that came since the last wait counts.
   * @returns false when `milliseconds` passed without
   */
  next(milliseconds: number): Promise<boolean>;
  stop(): void;
}

/** Listens to the bell; waiting also ends when `signal` is aborted. */
export function listenFor(bell: Bell, office: string, signal: AbortSignal): RingListener {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    rung = true;
    wake?.();
  };
  const unhook = bell.onRing(office, ring);
  signal.addEventListener("abort", ring);
  return {
    async next(milliseconds) {
      if (!rung) await untilWoken(milliseconds, (waker) => (wake = waker));
      wake = undefined;
      const was = rung;
      rung = false;
      return was;
    },
    stop() {
      unhook();
      signal.removeEventListener("abort", ring);
    },
  };
}

function untilWoken(milliseconds: number, keep: (waker: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    keep(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
