// case.ts DATA_FOLDER FILE: imports a register into the embedded database and prints what it took.

import { migrate } from "../../center/database/migrate.ts";
import { openDatabase } from "../../center/database/open.ts";
import { importOffices } from "../../center/register/import-offices.ts";
import type { Imported } from "./imported.ts";

const [dataFolder = "", file = ""] = process.argv.slice(2);
const clock = (): Date => new Date();
const database = await openDatabase({ dataFolder }, "command");
await migrate(database.sql, clock());
const begun = performance.now();
const { rows, added, unchanged } = await importOffices({ sql: database.sql, clock }, file, () => {
  throw new Error("a made-up row was refused");
});
const seconds = (performance.now() - begun) / 1000;
await database.close();
const imported: Imported = {
  rows,
  added,
  unchanged,
  seconds,
  rowsPerSecond: rows / seconds,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(imported));
