import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const engine = fileURLToPath(new URL("../engine/open-engine.ts", import.meta.url));
const samples = fileURLToPath(new URL("samples.ts", import.meta.url));

/** How a program of its own ended, and what it had said. */
export interface Ended {
  readonly signal: string | null;
  readonly said: string;
}

/**
 * Runs `program` in a process of its own, with the engine of `folder` open as `engine`, `planAt` at hand, and `die()`,
 * which is SIGKILL: nothing is tidied up.
 */
export async function runChild(
  folder: string,
  program: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const script = `
    const { openEngine } = await import(${JSON.stringify(engine)});
    const { planAt } = await import(${JSON.stringify(samples)});
    const die = () => process.kill(process.pid, "SIGKILL");
    const engine = await openEngine({ folder: ${JSON.stringify(folder)} });
    ${program}
    await engine.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  return { signal, said };
}
