/** Work that was begun and that nobody waits for, until the end of the engine. */
export interface Tasks {
  /** Begins `work`; a failure nobody foresaw is reported. */
  begin(work: () => Promise<unknown>): void;
  /** Resolves when all that was begun has ended. */
  settled(): Promise<void>;
}

export function createTasks(report: (error: unknown) => void): Tasks {
  const running = new Set<Promise<void>>();
  return {
    begin(work) {
      const task: Promise<void> = work()
        .then(() => undefined, report)
        .finally(() => running.delete(task));
      running.add(task);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
