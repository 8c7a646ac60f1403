import { useCallback, useEffect, useRef, useState } from "react";

/** Something asked of the other side: on its way, here, or failed. While it is asked again, the old stays. */
export type Resource<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly error: unknown };

export interface Loaded<T> {
  readonly resource: Resource<T>;
  /** Asks again. A failure is shown only if nothing was there before. */
  readonly reload: () => void;
  /** Puts in what another call has just answered. */
  readonly put: (value: T) => void;
}

/**
 * Loads once when first shown and whenever `load` is another function, so wrap it in `useCallback`.
 * `onError` hears of every failure. An answer that comes after a later one was asked for is dropped.
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  onError?: (error: unknown) => void,
): Loaded<T> {
  const tell = useRef(onError);
  useEffect(() => {
    tell.current = onError;
  });
  const [resource, setResource] = useState<Resource<T>>({ state: "loading" });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const value = await load(stop.signal);
        if (!stop.signal.aborted) setResource({ state: "ready", value });
      } catch (error) {
        if (stop.signal.aborted) return;
        tell.current?.(error);
        setResource((before) => (before.state === "ready" ? before : { state: "failed", error }));
      }
    };
    void ask();
    return () => {
      stop.abort();
    };
  }, [load, round]);

  const reload = useCallback(() => {
    setResource((before) => (before.state === "failed" ? { state: "loading" } : before));
    setRound((n) => n + 1);
  }, []);
  const put = useCallback((value: T) => {
    setResource({ state: "ready", value });
  }, []);
  return { resource, reload, put };
}
