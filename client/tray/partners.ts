import type { DirectoryEntry } from "@tsunagi/contract/exchange";
import type { Office } from "../office.ts";

/** What the directory last said of another office. */
export interface Partner {
  readonly number: string;
  readonly name: string;
  readonly serviceTypes: readonly string[];
  readonly canReceive: boolean;
  readonly checkedAt: string;
}

export function findPartner({ store }: Office, number: string): Partner | undefined {
  const row = store.sql.get`SELECT * FROM partner WHERE number = ${number}`;
  if (row === undefined) return undefined;
  return {
    number,
    name: String(row["name"]),
    serviceTypes: JSON.parse(String(row["service_types_json"])) as string[],
    canReceive: row["can_receive"] === 1,
    checkedAt: String(row["checked_at"]),
  };
}

/** Remembers what the directory says of an office, so that its name is known without the centre too. */
export function keepPartner({ store, now }: Office, entry: DirectoryEntry): void {
  const { number, name, serviceTypes, canReceive } = entry;
  store.sql.run`INSERT INTO partner (number, name, service_types_json, can_receive, checked_at)
    VALUES (${number}, ${name}, ${JSON.stringify(serviceTypes)}, ${canReceive ? 1 : 0},
      ${now().toISOString()})
    ON CONFLICT (number) DO UPDATE SET name = excluded.name,
      service_types_json = excluded.service_types_json, can_receive = excluded.can_receive,
      checked_at = excluded.checked_at`;
}

/** Forgets an office that the directory no longer has. */
export function forgetPartner({ store }: Office, number: string): void {
  store.sql.run`DELETE FROM partner WHERE number = ${number}`;
}
