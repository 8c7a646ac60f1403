import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "../database/pool.ts";

/**
 * Wakes the streams of an office, in this process and in every other one on the same database: there may be news, or
 * its certificate or session may have ended.
 *
 * Ringing comes after the commit and is not part of it. NOTIFY inside a transaction would make all commits of the
 * server wait for each other; a ring that is lost with a process costs a stream two minutes.
 */
export interface Bell {
  ring(...offices: readonly string[]): void;
  /** @returns what stops the listening */
  onRing(office: string, listener: () => void): () => void;
  close(): Promise<void>;
}

const channel = "tsunagi_bell";
/** Between two notices to the other processes; rings that come meanwhile go out together. */
const pauseMilliseconds = 20;
/** A notification holds less than 8,000 bytes. */
const officesPerNotice = 500;

export async function hangBell(sql: Sql, onError: (error: unknown) => void): Promise<Bell> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const rung = new Set<string>();
  let ringing: Promise<void> | undefined;

  const wake = (office: string): boolean => emitter.emit(office);
  const listening = await sql.listen(channel, (payload) => payload.split(",").forEach(wake));

  const tellOthers = async (): Promise<void> => {
    while (rung.size > 0) {
      const offices = [...rung].slice(0, officesPerNotice);
      for (const office of offices) rung.delete(office);
      await ringOnce(sql, offices);
      await pause(pauseMilliseconds);
    }
  };

  return {
    ring(...offices) {
      for (const office of offices) {
        rung.add(office);
        wake(office);
      }
      ringing ??= tellOthers()
        .catch(onError)
        .finally(() => {
          ringing = undefined;
        });
    },
    onRing(office, listener) {
      emitter.on(office, listener);
      return () => emitter.off(office, listener);
    },
    async close() {
      await ringing;
      await listening.unlisten().catch(() => undefined);
    },
  };
}

/** Rings in every process that listens, for a process that does not: the operator's commands. */
export async function ringOnce(sql: Sql, offices: readonly string[]): Promise<void> {
  await sql`select pg_notify(${channel}, ${offices.join(",")})`;
}
