import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { ClientError } from "../errors.ts";
import { writeDurably } from "../store/durable-file.ts";

/** What lies in the folder while a desk runs, for the office's own account alone. */
interface RunningDesk {
  readonly origin: string;
  readonly secret: string;
}

const path = "/again";

/**
 * Lets programs of the same account ask the running desk for another start address. The secret lies in the folder,
 * readable by this account alone; a page in a browser cannot read it.
 */
export function mountAgain(server: FastifyInstance, newUrl: () => string): string {
  const secret = randomBytes(32).toString("base64url");
  const expected = Buffer.from(`Bearer ${secret}`);
  server.post(path, (request) => {
    const given = Buffer.from(request.headers.authorization ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new ClientError("start-refused", { detail: "secret" });
    }
    return { url: newUrl() };
  });
  return secret;
}

/** Says in the folder where its desk is. */
export function announceDesk(folder: string, desk: RunningDesk): void {
  writeDurably(noteIn(folder), Buffer.from(JSON.stringify(desk)));
}

export function withdrawDesk(folder: string): void {
  rmSync(noteIn(folder), { force: true });
}

/** Another start address of the desk that runs on the folder, or undefined when none answers. */
export async function askRunningDesk(folder: string): Promise<string | undefined> {
  try {
    const { origin, secret } = JSON.parse(readFileSync(noteIn(folder), "utf8")) as RunningDesk;
    const answer = await fetch(origin + path, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, origin },
    });
    if (!answer.ok) return undefined;
    return ((await answer.json()) as { url: string }).url;
  } catch {
    return undefined;
  }
}

function noteIn(folder: string): string {
  return join(folder, "desk.json");
}
