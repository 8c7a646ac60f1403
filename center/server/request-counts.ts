import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";

interface Window {
  count: number;
  /** When the count begins anew, milliseconds. */
  ends: number;
}

/** One more request, and how long its window still lasts. */
export interface Counted {
  readonly current: number;
  /** Milliseconds. */
  readonly ttl: number;
}

/** Counts what comes in windows of time, each key for itself. */
export type Windows = (key: string, milliseconds: number) => Counted;

const keysAtMost = 50_000;

export function makeWindows(clock: () => number = Date.now): Windows {
  const windows = new Map<string, Window>();
  return (key, milliseconds) => {
    const now = clock();
    let window = windows.get(key);
    if (!window || window.ends <= now) {
      window = { count: 0, ends: now + milliseconds };
      // The oldest go first.
      const oldest = windows.size < keysAtMost ? undefined : windows.keys().next().value;
      if (oldest !== undefined) windows.delete(oldest);
      windows.delete(key);
      windows.set(key, window);
    }
    window.count += 1;
    return { current: window.count, ttl: window.ends - now };
  };
}

/**
 * Counts requests for the rate limit of logins in one place, for all routes and both doors: the plugin's own store
 * counts each route by itself, so that whoever guesses passwords could go from form to form.
 */
export function makeRequestCounts(): FastifyRateLimitStoreCtor {
  const count = makeWindows();
  return class RequestCounts implements FastifyRateLimitStore {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow: number,
    ): void {
      callback(null, count(key, timeWindow));
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
