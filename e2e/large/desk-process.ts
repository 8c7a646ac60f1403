import { spawn } from "node:child_process";
import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Caller, createCaller } from "@tsunagi/contract";
import { type DeskRoutes, deskRoutes, Tray } from "@tsunagi/contract/desk";
import Value from "typebox/value";
import { memoryEnvironment } from "../../scripts/pinned-node.mjs";
import { clientFlags, peakOf } from "./offices.ts";

const main = fileURLToPath(new URL("../../client/bin/main.ts", import.meta.url));

/** An office's desk as a process of its own, asked as its page asks it. */
export interface DeskProcess {
  readonly call: Caller<DeskRoutes>;
  /** Puts a file on the tray, read from disk as it is sent, as a browser does. */
  putFile(path: string): Promise<Tray>;
  /** Once it listens, and each time the desk says that something has changed. */
  changes(signal: AbortSignal): AsyncIterable<void>;
  /** Most memory it has had so far, in MB. */
  peakMb(): number;
  end(): Promise<void>;
}

export async function startDeskProcess(folder: string, pages: string): Promise<DeskProcess> {
  const child = spawn(
    process.execPath,
    [...clientFlags, main, "--folder", folder, "desk", "--pages", pages],
    { env: { ...process.env, ...memoryEnvironment }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  const [said] = (await once(createInterface(child.stdout), "line")) as [string];
  const { origin, hash } = new URL(said);
  const headers = { origin, cookie: await startAt(origin, hash) };

  return {
    call: createCaller(deskRoutes, {
      baseUrl: origin,
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...headers } }),
    }),
    async putFile(path) {
      const answer = await fetch(`${origin}/api/tray?name=${encodeURIComponent(basename(path))}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/octet-stream" },
        body: await openAsBlob(path),
      });
      const json: unknown = await answer.json();
      if (!Value.Check(Tray, json)) throw new Error(`${path}: ${JSON.stringify(json)}`);
      return json;
    },
    async *changes(signal) {
      const { body } = await fetch(`${origin}/api/events`, { headers, signal });
      if (!body) throw new Error("no events");
      for await (const _ of body) yield;
    },
    peakMb: () => peakOf(child.pid ?? 0),
    async end() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** @returns the cookie */
async function startAt(origin: string, hash: string): Promise<string> {
  const startToken = new URLSearchParams(hash.slice(1)).get("start");
  const answer = await fetch(`${origin}/api/start`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ startToken }),
  });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}
