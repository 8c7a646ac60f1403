import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that a test fills. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Makes room again. */
  makeRoom(): void;
  remove(): void;
}

/** Whether this machine lets the test mount a file system; without that, tests of a full disk are left out. */
export const canMount: boolean = (() => {
  const disk = mount(1);
  disk?.remove();
  return disk !== undefined;
})();

/** @throws Error where `canMount` is false */
export function makeSmallDisk(mebibytes: number): SmallDisk {
  const disk = mount(mebibytes);
  if (disk === undefined) throw new Error("a file system cannot be mounted here");
  return disk;
}

function mount(mebibytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-disk-"));
  const options = `size=${mebibytes}m,mode=0755`;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], {
    stdio: "ignore",
  });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  chmodSync(folder, 0o755);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: () => fillUp(ballast),
    makeRoom: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync("umount", ["-l", folder], { stdio: "ignore" });
      rmSync(folder, { recursive: true });
    },
  };
}

function fillUp(path: string): void {
  const file = openSync(path, "a");
  const block = Buffer.alloc(64 * 1024);
  try {
    while (writeSync(file, block) > 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
}
