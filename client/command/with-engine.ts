import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Engine, EngineOptions } from "../engine/engine.ts";
import { WrongUse } from "./ask.ts";

/** The options that every command takes. */
export interface GlobalOptions {
  readonly folder: string;
  readonly centre?: string;
  readonly authority?: string;
  readonly json: boolean;
}

export function globalOptions(command: Command): GlobalOptions {
  return command.optsWithGlobals();
}

/** Opens the folder's engine for one command and closes it after. */
export async function withEngine<T>(
  command: Command,
  work: (engine: Engine, options: GlobalOptions) => Promise<T>,
): Promise<T> {
  const options = globalOptions(command);
  // Loaded here: commands that need no office start in half the time without it.
  const { openEngine } = await import("../engine/open-engine.ts");
  const engine = await openEngine(engineOptions(options));
  try {
    return await work(engine, options);
  } finally {
    await engine.close();
  }
}

export function engineOptions({ folder, centre, authority }: GlobalOptions): EngineOptions {
  const passphrase = process.env["TSUNAGI_KEY_PASSPHRASE"];
  return {
    folder,
    centre,
    ...(authority !== undefined && { authority: readText(authority) }),
    ...(passphrase !== undefined && passphrase !== "" && { keyPassphrase: passphrase }),
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new WrongUse(`ファイルを読めません: ${path}`, { cause });
  }
}
