import type { DirectoryEntry, directoryRoutes } from "@tsunagi/contract/exchange";
import type { PendingQuery, Row } from "postgres";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { numberLike, searchable } from "./searchable.ts";
import { isCertified, isLicensed } from "./standing.ts";

const usualResults = 20;

/** The offices one can send to, and who of them has joined. */
export function directoryHandlers({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): Handlers<typeof directoryRoutes> {
  return {
    async searchOffices({ query }) {
      const wanted = searchable(query.search);
      const number = numberLike(wanted);
      // strpos knows no wildcards: what was typed is looked for as it is.
      const offices = await sql<EntryRow[]>`
        select ${entryColumns(sql, clock())} from offices o
        where ${wanted} <> '' and (o.number like ${number} or strpos(o.search_name, ${wanted}) > 0)
        order by o.number limit ${query.limit ?? usualResults}`;
      return { offices: offices.map(entryFrom) };
    },

    async office({ params }) {
      const now = clock();
      const [office] = await sql<EntryRow[]>`
        select ${entryColumns(sql, now)} from offices o where o.number = ${params.number}`;
      if (!office) throw new Refusal("office-unknown");
      const certificates = await sql<{ pem: string }[]>`
        select pem from certificates
        where office = ${params.number} and revoked_at is null and not_after > ${now}
        order by not_before`;
      return { office: entryFrom(office), certificates: certificates.map(({ pem }) => pem) };
    },
  };
}

type EntryRow = Omit<DirectoryEntry, "canReceive"> & { readonly certified: boolean };

function entryColumns(sql: Sql, now: Date): PendingQuery<Row[]> {
  const office = sql`o.number`;
  const moment = sql`${now}::timestamptz`;
  return sql`
    o.number, o.name, o.service_types as "serviceTypes", o.prefecture,
    ${isLicensed(sql, office, moment)} as licensed, ${isCertified(sql, office, moment)} as certified`;
}

function entryFrom({ certified, ...entry }: EntryRow): DirectoryEntry {
  return { ...entry, canReceive: entry.licensed && certified };
}
