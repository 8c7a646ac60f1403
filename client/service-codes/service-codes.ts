import type { ServiceCodeTable, ServiceCodeView, TableFault } from "@tsunagi/contract/desk";
import { practiceServiceCodes } from "@tsunagi/samples";
import type { Office } from "../office.ts";
import type { Store } from "../store/store.ts";
import type { FlowingFile, GivenFile } from "../tray/given-file.ts";
import { heldWhole } from "../tray/take-in.ts";
import { readTable } from "./read-table.ts";

/** サービスコード表: the table that plans are priced by. The operator of the network, or the office, loads it. */
export interface ServiceCodes {
  /** null before one was loaded. */
  table(): ServiceCodeTable;
  /** Puts a table in the place of the one before; with a fault nothing is changed. @throws ClientError `file-too-large` */
  load(
    file: GivenFile | FlowingFile,
  ): Promise<{ table: ServiceCodeTable; faults: readonly TableFault[] }>;
  /** The made-up table for practice. */
  loadPractice(): ServiceCodeTable;
  /** By the beginning of the code or a part of name or reading, valid in the month; the first fifty by code. */
  search(search: string, month: string): ServiceCodeView[];
  /** Every line of some codes, of all months. */
  find(codes: readonly string[]): ServiceCodeView[];
}

/** A table of the country is 3 MB. */
const largestTable = 32 * 1024 * 1024;

export function openServiceCodes({ store, now }: Office): ServiceCodes {
  const { sql } = store;

  function table(): ServiceCodeTable {
    const row = sql.get`SELECT name, loaded_at, (SELECT count(*) FROM service_code) AS codes
      FROM service_code_table`;
    if (row === undefined) return null;
    return {
      name: String(row["name"]),
      loadedAt: String(row["loaded_at"]),
      codes: Number(row["codes"]),
    };
  }

  function replace(name: string, codes: readonly ServiceCodeView[]): ServiceCodeTable {
    store.atomically(() => {
      sql.run`DELETE FROM service_code`;
      sql.run`DELETE FROM service_code_table`;
      sql.run`INSERT INTO service_code_table (only, name, loaded_at)
        VALUES (1, ${name}, ${now().toISOString()})`;
      for (const code of codes) insert(store, code);
    });
    return table();
  }

  return {
    table,
    async load({ name, ...content }) {
      const { codes, faults } = readTable(await heldWhole({ name, ...content }, largestTable));
      if (faults.length > 0) return { table: table(), faults };
      return { table: replace(name, codes), faults };
    },
    loadPractice() {
      const { name, bytes } = practiceServiceCodes();
      return replace(name, readTable(bytes).codes);
    },
    search(search, month) {
      const wanted = search.normalize("NFKC").trim();
      const part = `%${escapeLike(wanted)}%`;
      const rows = sql.all`SELECT * FROM service_code
        WHERE (code LIKE ${`${escapeLike(wanted.toUpperCase())}%`} ESCAPE '!'
            OR folded LIKE ${part} ESCAPE '!')
          AND valid_from <= ${month} AND (valid_to IS NULL OR valid_to >= ${month})
        ORDER BY code LIMIT 50`;
      return rows.map(viewOf);
    },
    find(codes) {
      const rows = sql.all`SELECT * FROM service_code
        WHERE code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))
        ORDER BY code, valid_from`;
      return rows.map(viewOf);
    },
  };
}

/** `folded` is what names and readings are searched by: widths of signs do not matter. */
function insert({ sql }: Store, code: ServiceCodeView): void {
  const folded = `${code.name}\n${code.kana}`.normalize("NFKC");
  sql.run`INSERT INTO service_code (code, valid_from, valid_to, name, kana, folded, basis, units,
      limit_part, unit_price)
    VALUES (${code.code}, ${code.validFrom}, ${code.validTo ?? null}, ${code.name}, ${code.kana},
      ${folded}, ${code.basis}, ${code.units}, ${code.limit}, ${code.unitPriceInHundredths})`;
}

function viewOf(row: Readonly<Record<string, unknown>>): ServiceCodeView {
  const validTo = row["valid_to"];
  return {
    code: String(row["code"]),
    name: String(row["name"]),
    kana: String(row["kana"]),
    // Only what `readTable` gave stands in these columns.
    basis: String(row["basis"]) as ServiceCodeView["basis"],
    units: Number(row["units"]),
    limit: String(row["limit_part"]) as ServiceCodeView["limit"],
    unitPriceInHundredths: Number(row["unit_price"]),
    validFrom: String(row["valid_from"]),
    ...(typeof validTo === "string" && { validTo }),
  };
}

function escapeLike(text: string): string {
  return text.replaceAll(/[!%_]/g, "!$&");
}
