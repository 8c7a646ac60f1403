/** Something to wait by: for a time, or until somebody rings. */
export interface Alarm {
  /** Wakes who waits; if nobody does, the next wait ends at once. */
  ring(): void;
  /** Resolves after `ms` (undefined: never by itself), when rung, or when `signal` aborts. */
  wait(ms: number | undefined, signal: AbortSignal): Promise<void>;
}

/** The longest time that Node's timers can measure. */
const longestMs = 2 ** 31 - 1;

export function createAlarm(): Alarm {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = ms === undefined ? undefined : setTimeout(done, Math.min(ms, longestMs));
          signal.addEventListener("abort", done);
          wake = done;
          function done(): void {
            clearTimeout(timer);
            signal.removeEventListener("abort", done);
            wake = undefined;
            resolve();
          }
        });
      }
      rung = false;
    },
  };
}
