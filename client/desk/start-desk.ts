import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import cookies from "@fastify/cookie";
import helmet from "@fastify/helmet";
import pages from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";
import type { Engine } from "../engine/engine.ts";
import { ClientError } from "../errors.ts";
import { type Admission, createAdmission } from "./admission.ts";
import { announceDesk, mountAgain, withdrawDesk } from "./again.ts";
import { createEventFeed } from "./events.ts";
import { deskHandlers } from "./handlers.ts";
import { mountRoutes } from "./mount.ts";
import { answerProblems } from "./problems.ts";

export interface DeskOptions {
  readonly engine: Engine;
  /** 0 or none: a free one. */
  readonly port?: number;
  /** The desk's built pages; by default those that `npm run build` makes in this project. */
  readonly pagesFolder?: string;
  /** Told of failures nobody foresaw, for a log. Standard error unless given. */
  readonly report?: (error: unknown) => void;
}

/** The local server of the desk's page. */
export interface Desk {
  /** Address with a start token that is good once, for ten minutes. */
  readonly url: string;
  /** Another such address: for a second browser, or after a restart of it. */
  newUrl(): string;
  stop(): Promise<void>;
}

const builtPages = fileURLToPath(new URL("../../web/dist/desk", import.meta.url));

/**
 * Serves the desk's page and its API on 127.0.0.1 only.
 * @throws ClientError `pages-missing`
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { engine, port = 0, pagesFolder = builtPages } = options;
  if (!existsSync(join(pagesFolder, "index.html"))) throw new ClientError("pages-missing");

  const server = fastify({
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: true,
  });
  let origin = "";
  const admission = createAdmission(
    () => origin,
    () => new Date(),
  );
  const events = createEventFeed(engine);
  await guard(server, admission);
  answerProblems(server, options.report ?? ((error) => console.error(error)));
  mountRoutes(server, {
    handlers: deskHandlers(engine),
    admission,
    events,
    cookieName: () => `tsunagi-desk-${new URL(origin).port}`,
  });
  const newUrl = () => `${origin}/#start=${admission.newToken()}`;
  const secret = mountAgain(server, newUrl);
  await server.register(pages, { root: pagesFolder, index: "index.html" });
  origin = await server.listen({ host: "127.0.0.1", port });
  announceDesk(engine.folder, { origin, secret });
  return {
    url: newUrl(),
    newUrl,
    async stop() {
      withdrawDesk(engine.folder);
      events.close();
      await server.close();
    },
  };
}

/** What holds for the pages too: no other site may frame, read or feed them, nor another name lead here. */
async function guard(server: FastifyInstance, admission: Admission): Promise<void> {
  await server.register(cookies);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
        // Pictures out of messages are shown by the page from their bytes; a picture runs nothing.
        "img-src": ["'self'", "data:", "blob:"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: false,
  });
  server.addHook("onRequest", async (request) => admission.checkPlace(request));
}
