import { useCallback, useRef, useState } from "react";

/** Something the user sets going: a button, a form. */
export interface Action<A extends readonly unknown[]> {
  /** Starts it; does nothing while it runs. It never throws: what went wrong is in `error`. */
  readonly run: (...args: A) => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly clear: () => void;
}

/** Runs `work` once at a time and keeps what went wrong until the next start. */
export function useAction<A extends readonly unknown[]>(
  work: (...args: A) => Promise<void>,
  onError?: (error: unknown) => void,
): Action<A> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const running = useRef(false);

  const run = (...args: A): void => {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setError(undefined);
    work(...args)
      .catch((thrown: unknown) => {
        setError(thrown);
        onError?.(thrown);
      })
      .finally(() => {
        running.current = false;
        setPending(false);
      });
  };

  const clear = useCallback(() => {
    setError(undefined);
  }, []);
  return { run, pending, error, clear };
}
