import type { Command } from "commander";
import { migrate } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import { placeOf } from "./database.ts";

export function addMigrateCommand(program: Command): void {
  program
    .command("migrate")
    .description("データベースの表を、このプログラムの版に合わせます (serve も起動時に行います)")
    .action(async (_options: object, command: Command) => {
      const database = await openDatabase(placeOf(command), "command");
      try {
        const applied = await migrate(database.sql, new Date());
        console.log(applied.length === 0 ? "変更はありません" : applied.join("\n"));
      } finally {
        await database.close();
      }
    });
}
