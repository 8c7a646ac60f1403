import { type Logger, pino } from "pino";
import type { LogLevel } from "./config.ts";

/** Lines of JSON on standard output. Of an error they hold kind, code, message and stack, not the data it was about. */
export function makeLog(level: LogLevel): Logger {
  return pino({ level, base: null, serializers: { err: describe } });
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? error.code : undefined;
  const { name, message, stack, cause } = error;
  return { name, code, message, stack, ...(cause !== undefined && { cause: describe(cause) }) };
}
