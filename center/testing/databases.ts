import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { describe } from "vitest";

/** Where a test's centre keeps its data. */
export interface TestPlace {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly remove: () => Promise<void>;
}

/**
 * Runs the tests against the embedded PostgreSQL or, when TEST_DATABASE_URL names a server, against that. Each place
 * that a test takes is empty and its own.
 */
export function describeOnEachDatabase(
  name: string,
  tests: (takePlace: () => Promise<TestPlace>) => void,
): void {
  const server = process.env["TEST_DATABASE_URL"];
  if (server) describe(`${name} ${onServer}`, () => tests(() => serverPlace(server)));
  else describe(`${name} (embedded PostgreSQL)`, () => tests(async () => embeddedPlace()));
}

/** Stands in the names of the tests that run against a server. */
const onServer = "(PostgreSQL server)";

/** Under the system's folder for temporary files, closed to everyone else as mkdtemp makes it. */
export function embeddedPlace(): TestPlace {
  const dataFolder = mkdtempSync(join(tmpdir(), "tsunagi-center-"));
  return {
    dataFolder,
    remove: async () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

async function serverPlace(server: string): Promise<TestPlace> {
  const { dataFolder, remove } = embeddedPlace();
  const name = `tsunagi_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    dataFolder,
    databaseUrl: url.href,
    async remove() {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
      await remove();
    },
  };
}
