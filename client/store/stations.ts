import type { DeskStation } from "@tsunagi/contract/desk";
import type { Store } from "./store.ts";

export interface StationAt {
  readonly station: DeskStation;
  /** UTC, RFC 3339. */
  readonly at: string;
}

/** The order in which a message passes its stations; the last four are ends. */
const order: readonly DeskStation[] = [
  "made",
  "accepted",
  "offered",
  "downloaded",
  "opened",
  "refused",
  "cancelled",
  "expired",
];

/** Notes a station; the first time that was noted stays. */
export function addStation({ sql }: Store, id: string, station: DeskStation, at: string): void {
  sql.run`INSERT OR IGNORE INTO station (message_id, station, at) VALUES (${id}, ${station}, ${at})`;
}

/** The stations of a message in the order of its way. */
export function stationsOf({ sql }: Store, id: string): StationAt[] {
  const rows = sql.all`SELECT station, at FROM station WHERE message_id = ${id}`;
  return (rows as unknown as StationAt[])
    .map(({ station, at }) => ({ station, at }))
    .sort((a, b) => order.indexOf(a.station) - order.indexOf(b.station));
}
