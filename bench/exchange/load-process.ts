import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LoadResult, Order, Parties } from "./load-child.ts";

/** The clients, in a process of their own. */
export interface Load {
  readonly pid: number;
  run(order: Order): Promise<LoadResult>;
  stop(): void;
}

export async function startLoad(parties: Parties): Promise<Load> {
  const child = fork(fileURLToPath(new URL("load-child.ts", import.meta.url)));
  await asked(child, parties);
  return {
    pid: child.pid ?? 0,
    run: async (order) => (await asked(child, order)) as LoadResult,
    stop: () => void child.kill(),
  };
}

function asked(child: ChildProcess, message: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error("the load ended"));
    child.once("exit", end);
    child.once("message", (answer: unknown) => {
      child.off("exit", end);
      resolve(answer);
    });
    child.send(message);
  });
}
