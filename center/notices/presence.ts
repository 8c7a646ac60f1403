import type { Sql } from "../database/pool.ts";

const minute = 60_000;

/** Knows when the client of an office was last seen. */
export interface Presence {
  /** Costs nothing within a minute of the last time; never fails, and is not waited for. */
  seen(office: string): void;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

export function makePresence(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  onError: (error: unknown) => void,
): Presence {
  const noted = new Map<string, number>();
  const fresh = new Set<string>();
  let writing: Promise<void> | undefined;

  /** Offices that are seen while one statement is under way go out together with the next. */
  const write = async (): Promise<void> => {
    while (fresh.size > 0) {
      const offices = [...fresh].sort();
      fresh.clear();
      await sql`
        insert into office_presence (office, seen_at)
        select office, ${clock()}::timestamptz from unnest(${offices}::text[]) as office order by office
        on conflict (office) do update set seen_at = greatest(office_presence.seen_at, excluded.seen_at)`;
    }
  };

  return {
    seen(office) {
      const now = clock().getTime();
      if (now - (noted.get(office) ?? Number.NEGATIVE_INFINITY) < minute) return;
      noted.set(office, now);
      fresh.add(office);
      writing ??= write()
        .catch(onError)
        .finally(() => {
          writing = undefined;
        });
    },
    async close() {
      await writing;
    },
  };
}
