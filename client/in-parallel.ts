/** Does the work for each, so many at a time; the first failure ends it once what is under way has ended. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await allEnded(Array.from({ length: width }, worker));
}

/** What fits into memory several times over; a month's set has some ten thousand bytes. */
const small = 1024 * 1024;
const smallAtOnce = 6;

/**
 * Does the work for each message: small ones several at a time, so that sealing, the line and the centre's disk do not
 * wait for each other; beside them larger ones one by one, which take memory and have several chunks under way.
 */
export async function smallOnesTogether<T>(
  messages: readonly T[],
  bytesOf: (message: T) => number,
  work: (message: T) => Promise<void>,
): Promise<void> {
  const groups = Map.groupBy(messages, (message) => bytesOf(message) <= small);
  await allEnded([
    inParallel(groups.get(true) ?? [], smallAtOnce, work),
    inParallel(groups.get(false) ?? [], 1, work),
  ]);
}

async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(works);
  const failure = ended.find(({ status }) => status === "rejected");
  if (failure?.status === "rejected") throw failure.reason;
}
