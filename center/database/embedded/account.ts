import { execFileSync, spawnSync } from "node:child_process";
import { CenterError } from "../../errors.ts";

/** The account of the operating system under which the database server runs. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const name = "postgres";

/**
 * PostgreSQL refuses to run as root: for root this is the account `postgres`, made when there is none; for anyone
 * else it is undefined, and the server runs as the caller.
 *
 * @throws CenterError `database-account-missing`
 */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = lookUp();
  if (present) return present;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", name], { stdio: "ignore" });
  const created = lookUp();
  if (!created) throw new CenterError("database-account-missing");
  return created;
}

function lookUp(): ServerAccount | undefined {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return undefined;
  }
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }).trim());
}

/** Whether the account can read what stands at `path`: every folder above has to let it pass. */
export function canReach(account: ServerAccount, path: string): boolean {
  return spawnSync("test", ["-r", path], { ...account, cwd: "/" }).status === 0;
}
