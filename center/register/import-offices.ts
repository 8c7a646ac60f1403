import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { recordAct } from "../audit/record.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { searchable } from "../directory/searchable.ts";
import { CenterError } from "../errors.ts";
import { type Columns, findColumns } from "./columns.ts";
import { type RegisterRow, readRow } from "./row.ts";
import { textOfFile } from "./text-of-file.ts";

/** A row that was left out. */
export interface RowFault {
  /** Of the file, the first is 1. */
  readonly line: number;
  readonly message: string;
}

/** What an import did: rows of the file, and offices. */
export interface ImportReport {
  readonly rows: number;
  readonly refusedRows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Takes offices in from a CSV file of the public register: a row an office and service, in any order. Rows with faults
 * are told and left out; all others are taken in together, or none when the import ends early. Of what rows of one
 * office say differently the last wins; services are added to those that are known. What was imported before stays, and
 * accounts, passwords and licences are not touched. However long the file is, memory is bounded: rows wait in the database.
 *
 * @throws CenterError `input-invalid` when the file is no such CSV
 */
export async function importOffices(
  { sql, clock }: { readonly sql: Sql; readonly clock: () => Date },
  file: string,
  onFault: (fault: RowFault) => void,
): Promise<ImportReport> {
  return sql.begin(async (transaction) => {
    await transaction`set local statement_timeout = 0`;
    await transaction`set local idle_in_transaction_session_timeout = 0`;
    await transaction`
      create temporary table register_rows (
        line integer, number text, prefecture text, name text, search_name text, service_type text,
        postal_code text, address text, telephone text, email text, certificate_kind text,
        corporation text, corporation_name text
      ) on commit drop`;
    const read = await stage(transaction, file, onFault);
    await transaction`analyze register_rows`;
    await mergeCorporations(transaction, clock());
    const report = { ...read, ...(await merge(transaction, clock())) };
    await recordAct(transaction, {
      at: clock(),
      act: "offices-imported",
      subject: `${report.added}+${report.changed}`,
    });
    return report;
  });
}

/** Copies the rows as they are read into the table where they wait. */
async function stage(
  transaction: Transaction,
  file: string,
  onFault: (fault: RowFault) => void,
): Promise<Pick<ImportReport, "rows" | "refusedRows">> {
  let rows = 0;
  let refusedRows = 0;
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const copy = await transaction`copy register_rows from stdin`.writable();
  try {
    await pipeline(
      textOfFile(file),
      parser,
      async function* (records: AsyncIterable<CsvRecord>) {
        let columns: Columns | undefined;
        for await (const { record, info } of records) {
          if (columns === undefined) {
            columns = findColumns(record);
            continue;
          }
          rows += 1;
          const row = readRow(record, columns);
          if ("faults" in row) {
            refusedRows += 1;
            onFault({ line: info.lines, message: row.faults.join("。") });
          } else yield copyLine(info.lines, row);
        }
        if (columns === undefined) throw new CenterError("input-invalid", `${file}: 空です`);
      },
      copy,
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CenterError("input-invalid", `${file}: CSVを読み取れません (${error.message})`);
  }
  return { rows, refusedRows };
}

/** What csv-parse gives with `info`. */
interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function copyLine(line: number, row: RegisterRow): string {
  const cells = [
    String(line),
    row.number,
    row.prefecture,
    row.name,
    searchable(row.name),
    row.serviceType,
    row.postalCode,
    row.address,
    row.telephone,
    row.email,
    row.certificateKind,
    row.corporation?.number ?? null,
    row.corporation?.name ?? null,
  ];
  return `${cells.map(copyCell).join("\t")}\n`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  // What PostgreSQL cannot hold.
  ["\0", ""],
]);

/** As COPY reads it. */
function copyCell(text: string | null): string {
  return text?.replace(/[\\\t\n\r\0]/g, (sign) => escapes.get(sign) ?? sign) ?? "\\N";
}

/** Their addresses are not in the register, whose addresses are those of offices. */
async function mergeCorporations(transaction: Transaction, now: Date): Promise<void> {
  await transaction`
    insert into corporations as c (number, name, added_at)
    select distinct on (corporation) corporation, corporation_name, ${now}::timestamptz
    from register_rows where corporation is not null order by corporation, line desc
    on conflict (number) do update set name = excluded.name where c.name <> excluded.name`;
}

/** An office that is known keeps its prefecture, which is part of its ID. */
async function merge(
  transaction: Transaction,
  now: Date,
): Promise<Pick<ImportReport, "added" | "changed" | "unchanged">> {
  const last = (column: string) =>
    transaction`(array_agg(${transaction(column)} order by line desc)
      filter (where ${transaction(column)} is not null))[1]`;
  const [counts] = await transaction<[{ offices: number; added: number; changed: number }]>`
    with offered as materialized (
      select number, ${last("prefecture")} as prefecture, ${last("name")} as name,
             ${last("search_name")} as search_name, ${last("postal_code")} as postal_code,
             ${last("address")} as address, ${last("telephone")} as telephone,
             ${last("email")} as email, ${last("certificate_kind")} as certificate_kind,
             ${last("corporation")} as corporation, array_agg(distinct service_type) as service_types
      from register_rows group by number
    ),
    wanted as (
      select n.number, coalesce(o.prefecture, n.prefecture) as prefecture, n.name, n.search_name,
             coalesce(n.postal_code, o.postal_code) as postal_code,
             coalesce(n.address, o.address) as address,
             coalesce(n.telephone, o.telephone) as telephone,
             coalesce(n.email, o.email) as email,
             coalesce(n.corporation, o.corporation) as corporation,
             coalesce(n.certificate_kind, o.certificate_kind, 'KaigoJigyousho') as certificate_kind,
             case when o.service_types @> n.service_types then o.service_types
                  else (select array_agg(distinct type order by type)
                        from unnest(o.service_types || n.service_types) as type) end as service_types
      from offered n left join offices o on o.number = n.number
    ),
    written as (
      insert into offices as o (number, prefecture, name, search_name, service_types,
        certificate_kind, postal_code, address, telephone, email, corporation, added_at)
      select number, prefecture, name, search_name, service_types,
        certificate_kind, postal_code, address, telephone, email, corporation, ${now}::timestamptz from wanted
      on conflict (number) do update
        set name = excluded.name, search_name = excluded.search_name,
            service_types = excluded.service_types, certificate_kind = excluded.certificate_kind,
            postal_code = excluded.postal_code, address = excluded.address,
            telephone = excluded.telephone, email = excluded.email,
            corporation = excluded.corporation
        where (o.name, o.service_types, o.certificate_kind, o.postal_code, o.address, o.telephone, o.email, o.corporation)
          is distinct from (excluded.name, excluded.service_types, excluded.certificate_kind,
            excluded.postal_code, excluded.address, excluded.telephone, excluded.email,
            excluded.corporation)
      returning o.xmax = 0 as added
    )
    select (select count(*) from offered) as offices,
           count(*) filter (where added) as added, count(*) filter (where not added) as changed
    from written`;
  const { offices, added, changed } = counts;
  return { added, changed, unchanged: offices - added - changed };
}
