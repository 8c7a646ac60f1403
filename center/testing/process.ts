import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { OfficeLetter } from "../index.ts";
import { type CenterUnderTest, callsTo } from "./center.ts";
import type { TestPlace } from "./databases.ts";

const main = fileURLToPath(new URL("../bin/main.ts", import.meta.url));
const run = promisify(execFile);

/** What a command said and how it ended. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `tsunagi-center` as a process of its own. */
export async function runCenterCommand(
  place: ProcessPlace,
  ...args: readonly string[]
): Promise<CommandOutcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, [main, ...args], {
      env: environmentOf(place),
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as CommandOutcome;
  }
}

/** A centre that runs as a process of its own, started by its command. */
export interface CenterProcess extends CenterUnderTest {
  readonly pid: number;
  /** Lines of its log so far. */
  readonly log: readonly string[];
  /** The signal that ended it, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Holds it where it is (SIGSTOP); only SIGKILL ends it from now on. */
  pause(): void;
  /** @returns the exit code, null after SIGKILL */
  end(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null>;
}

/** Where a process runs, and what else stands in its environment. */
export interface ProcessPlace extends Pick<TestPlace, "dataFolder" | "databaseUrl"> {
  readonly environment?: NodeJS.ProcessEnv;
}

/** @throws Error with what the process said when it ended before the centre was open */
export async function startCenterProcess(
  place: ProcessPlace,
  ...options: readonly string[]
): Promise<CenterProcess> {
  const child = spawn(
    process.execPath,
    [main, "serve", "--exchange-port", "0", "--web-port", "0", ...options],
    { env: environmentOf(place), stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = once(child, "exit");
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const log: string[] = [];
  const { exchangeUrl, webUrl } = await new Promise<{ exchangeUrl: string; webUrl: string }>(
    (resolve, reject) => {
      createInterface(child.stdout).on("line", (line) => {
        log.push(line);
        const entry = JSON.parse(line) as { exchangeUrl: string; webUrl: string };
        if (entry.exchangeUrl) resolve(entry);
      });
      ended.then(([, signal]) => reject(new Error(`${signal ?? ""}${said}`)), reject);
    },
  );
  const { authorities } = await callsTo({
    exchangeUrl,
    webUrl,
    authorities: [],
  })
    .callWeb()
    .authorities();
  const center = { exchangeUrl, webUrl, authorities };
  const { closeCalls, ...calls } = callsTo(center);
  return {
    ...center,
    ...calls,
    pid: child.pid ?? 0,
    log,
    clock: {
      get now() {
        return new Date();
      },
      advance: () => {
        throw new Error("a process has the clock of the machine");
      },
    },
    async issueOffice({ number, prefecture, name, serviceTypes, certificateKind }) {
      const { stdout } = await runCenterCommand(
        place,
        "office",
        "add",
        "--number",
        number,
        "--prefecture",
        prefecture,
        "--name",
        name,
        "--service",
        ...serviceTypes,
        "--certificate",
        certificateKind,
        "--json",
      );
      return JSON.parse(stdout) as OfficeLetter;
    },
    ended: ended.then(([, signal]: (NodeJS.Signals | null)[]) => signal ?? null),
    pause: () => void child.kill("SIGSTOP"),
    async end(signal) {
      closeCalls();
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

function environmentOf({ dataFolder, databaseUrl, environment }: ProcessPlace): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    ...environment,
    TSUNAGI_DATA: dataFolder,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
}
