import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join as path } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { memoryEnvironment } from "../../scripts/pinned-node.mjs";
import { configurationPage, variablesOfServe } from "./configuration-page.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const deploy = path(project, "deploy");
const read = (name: string): string => readFileSync(path(deploy, name), "utf8");

/** NAME=value by line, without comments. */
function variablesIn(text: string): string[] {
  return [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
}

it("the configuration is written down as it is (docs/configuration.md)", async () => {
  await expect(configurationPage()).toMatchFileSnapshot(path(project, "docs/configuration.md"));
});

it("the example files of the environment name variables there are", () => {
  for (const file of ["center.env.example", "center-1.env.example"]) {
    const named = variablesIn(read(file));
    expect(named.length).toBeGreaterThan(2);
    expect(variablesOfServe()).toEqual(expect.arrayContaining(named));
  }
});

it("the units of systemd are sound, and start files there are", () => {
  const units = readdirSync(path(deploy, "systemd"));
  expect(units).toHaveLength(3);
  for (const unit of units) {
    const text = read(path("systemd", unit));
    const inside = [...text.matchAll(/(?:\/opt\/tsunagi\/|ExecStart=\S+ node )(\S+)( \S+\.ts)?/g)];
    for (const [, file = "", program] of inside) {
      expect(existsSync(path(project, file)), file).toBe(true);
      if (program !== undefined) expect(existsSync(path(project, program.trim()))).toBe(true);
    }
    for (const line of text.split("\n").filter((each) => !/^(#.*)?$/.test(each))) {
      expect(line).toMatch(/^(\[(Unit|Service|Timer|Install)\]|[A-Z]\w+=.+)$/);
    }
  }
  const verified = spawnSync(
    "systemd-analyze",
    [
      "verify",
      "--man=no",
      ...units.map((unit) => path(deploy, "systemd", unit.replace("@.", "@1."))),
    ],
    { encoding: "utf8" },
  );
  // Where systemd is not there, it cannot tell; of a folder that is not installed here it may say so.
  const complaints = (verified.stderr ?? "")
    .split("\n")
    .filter((line) => /Unknown|Invalid/.test(line));
  expect(complaints).toEqual([]);
});

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly environment?: Readonly<Record<string, string>>;
        readonly volumes?: readonly string[];
        readonly build?: { readonly context: string; readonly dockerfile: string };
        readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[];
      }
    >
  >;
  readonly volumes: Readonly<Record<string, unknown>>;
}

it("a container gives memory back as the launcher sees to it", () => {
  for (const [name, value] of Object.entries(memoryEnvironment)) {
    expect(read("Dockerfile")).toMatch(new RegExp(`^ENV .*\\b${name}=${value}\\b`, "m"));
  }
});

it("the compose file names services, volumes, files and variables there are", () => {
  const compose = parse(read("compose.yaml"), { merge: true }) as Compose;
  const services = Object.entries(compose.services);
  expect(services.map(([name]) => name)).toEqual(["center1", "center2", "proxy", "database"]);
  for (const [name, { build, volumes = [], depends_on, environment = {} }] of services) {
    if (build) expect(existsSync(path(deploy, build.context, build.dockerfile))).toBe(true);
    if (name.startsWith("center")) {
      expect(variablesOfServe()).toEqual(expect.arrayContaining(Object.keys(environment)));
    }
    for (const [source = ""] of volumes.map((volume) => volume.split(":"))) {
      const known = source.startsWith(".")
        ? existsSync(path(deploy, source))
        : source in compose.volumes;
      expect(known, source).toBe(true);
    }
    const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on ?? {});
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(needed));
  }
  const proxied = [...read("haproxy.cfg").matchAll(/^ {4}server (\S+)/gm)].map(([, name]) => name);
  expect(new Set(proxied)).toEqual(new Set(["center1", "center2"]));
});
