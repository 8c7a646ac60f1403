import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepSetting, readSetting } from "./settings.ts";
import { openStore } from "./store.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tsunagi-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that opens the store, keeps a setting, begins a transaction, and then hangs. */
function otherProcess() {
  const store = fileURLToPath(new URL("store.ts", import.meta.url));
  const settings = fileURLToPath(new URL("settings.ts", import.meta.url));
  const program = `
    const { openStore } = await import(${JSON.stringify(store)});
    const { keepSetting } = await import(${JSON.stringify(settings)});
    const store = openStore(${JSON.stringify(folder)});
    keepSetting(store, "officeName", "試験事業所");
    store.atomically(() => {
      keepSetting(store, "officeName", "途中");
      process.stdout.write("half-way");
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("the store of a folder", () => {
  it("belongs to one process at a time, and is free again when that is killed", async () => {
    const other = otherProcess();
    await once(other.stdout, "data");

    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: "folder-in-use" }));

    other.kill("SIGKILL");
    await once(other, "exit");
    const store = openStore(folder);
    // What was committed stands; what was half done never happened.
    expect(readSetting(store, "officeName")).toBe("試験事業所");
    store.close();
  });

  it("is refused a second time within the same process too", () => {
    const store = openStore(folder);
    expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: "folder-in-use" }));
    store.close();
    openStore(folder).close();
  });

  it("takes a transaction back as a whole when it fails", () => {
    const store = openStore(folder);
    keepSetting(store, "officeName", "前");
    expect(() =>
      store.atomically(() => {
        keepSetting(store, "officeName", "後");
        throw new Error("試験");
      }),
    ).toThrow("試験");
    expect(readSetting(store, "officeName")).toBe("前");
    store.close();
  });

  it("can be read by the office's own account only", () => {
    const store = openStore(folder);
    keepSetting(store, "officeName", "試験事業所");
    for (const name of ["tsunagi.sqlite", "tsunagi.sqlite-wal"]) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
    store.close();
  });

  it("is left alone when a newer version has written it", () => {
    openStore(folder).close();
    const database = new DatabaseSync(join(folder, "tsunagi.sqlite"));
    database.exec("PRAGMA user_version = 999");
    database.close();

    const newer = expect.objectContaining({ code: "folder-of-newer-version" });
    expect(() => openStore(folder)).toThrow(newer);
    expect(() => openStore(folder)).toThrow(newer);
  });
});
