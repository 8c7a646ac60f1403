import type { Store } from "./store.ts";

/** What the folder remembers between runs. */
export interface Settings {
  /** Address of the centre's exchange port. */
  centre: string;
  /** PEM of the authority (or several, one after the other) that alone is trusted. */
  authority: string;
  officeId: string;
  officeNumber: string;
  officeName: string;
  /** The certificate that waits for the operator's approval, JSON; empty when none does. */
  awaitedCertificate: string;
  /** How the office's licence stood when last asked, JSON. */
  licence: string;
  /** The newest head of the log of certificates that was found in order, JSON. */
  logHead: string;
  /** How far the log's entries were read, JSON. */
  logEdge: string;
  /** Code of what the last check of the log found; empty when it was in order. */
  logTrouble: string;
  /** When the log was last found in order. */
  logCheckedAt: string;
  /** How the help desk is reached, as the centre said last, JSON. */
  helpDesk: string;
  /** The copy of the folder that was made last, JSON. */
  lastBackup: string;
}

/** A setting, or undefined when it was never made. */
export function readSetting(store: Store, name: keyof Settings): string | undefined {
  const row = store.sql.get`SELECT value FROM setting WHERE name = ${name}`;
  return row === undefined ? undefined : String(row["value"]);
}

/** Keeps a setting; the one before is replaced. */
export function keepSetting(store: Store, name: keyof Settings, value: string): void {
  store.sql.run`INSERT INTO setting (name, value) VALUES (${name}, ${value})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
}
