import type { DownloadApplication } from "@tsunagi/contract/exchange";
import type { Sql } from "../database/pool.ts";
import { dayAfter, dayInTokyo } from "../licences/days.ts";

/** How often an office asked for the product on a day. */
export interface CountedApplication {
  readonly day: string;
  /** As it was typed: the office need not be known. */
  readonly office: string;
  /** As it was typed last. */
  readonly organisation: string;
  readonly times: number;
}

/** Counts that an office asks for the product (製品ダウンロード). */
export async function noteApplication(
  sql: Sql,
  { organisation, officeNumber }: DownloadApplication,
  now: Date,
): Promise<void> {
  await sql`
    insert into download_applications as d (office, day, organisation, times)
    values (${officeNumber}, ${dayInTokyo(now)}, ${organisation}, 1)
    on conflict (office, day) do update
    set times = d.times + 1, organisation = excluded.organisation`;
}

/** The latest day first. */
export async function listApplications(sql: Sql): Promise<CountedApplication[]> {
  return sql`
    select day, office, organisation, times from download_applications order by day desc, office`;
}

const keptDays = 730;

/** Removes what is past its time. */
export async function forgetDownloads(sql: Sql, now: Date): Promise<void> {
  await sql`delete from download_applications where day < ${dayAfter(dayInTokyo(now), -keptDays)}`;
}
