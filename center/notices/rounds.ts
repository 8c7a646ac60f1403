import type { Postman } from "./postman.ts";

/** Postmen that go round by themselves. */
export interface Rounds {
  /** Does not wait for the time. What becomes due while a round is under way is found by one more. */
  goNow(): void;
  /** Waits for the round under way. */
  stop(): Promise<void>;
}

/** Sends postmen round, one after the other, every so often. */
export function startRounds({
  postmen,
  everyMilliseconds,
  onError,
}: {
  readonly postmen: readonly Postman[];
  readonly everyMilliseconds: number;
  readonly onError: (error: unknown) => void;
}): Rounds {
  let underWay: Promise<void> | undefined;
  let again = false;

  async function goRound(): Promise<void> {
    do {
      again = false;
      for (const postman of postmen) await postman.sendDue().catch(onError);
    } while (again);
    underWay = undefined;
  }

  const timer = setInterval(() => {
    underWay ??= goRound();
  }, everyMilliseconds);
  timer.unref();
  return {
    goNow() {
      again = true;
      underWay ??= goRound();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
      for (const postman of postmen) postman.close();
    },
  };
}
