import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";

interface Window {
  count: number;
  /** When the count begins anew, milliseconds. */
  ends: number;
}

const addressesAtMost = 50_000;

/**
 * Counts requests for the rate limit in one place, for all routes and both doors: the plugin's own store counts each
 * route by itself, so that whoever guesses passwords could go from form to form.
 */
export function makeRequestCounts(): FastifyRateLimitStoreCtor {
  const windows = new Map<string, Window>();
  return class RequestCounts implements FastifyRateLimitStore {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow: number,
    ): void {
      const now = Date.now();
      let window = windows.get(key);
      if (!window || window.ends <= now) {
        window = { count: 0, ends: now + timeWindow };
        // The oldest go first.
        const oldest = windows.size < addressesAtMost ? undefined : windows.keys().next().value;
        if (oldest !== undefined) windows.delete(oldest);
        windows.delete(key);
        windows.set(key, window);
      }
      window.count += 1;
      callback(null, { current: window.count, ttl: window.ends - now });
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
