import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The web door's sites: each a folder of `pagesFolder`, served under its name. */
const sites = ["site", "portal", "check"] as const;

/**
 * The page that checks files reads those of care users. So the browser lets it load its own parts and otherwise
 * speak to nobody, this centre included. Workers come from the page itself (`blob:`) and stand under the same policy.
 */
const checkPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src blob: data:",
  "worker-src blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The name of such a part changes with what is in it. */
const keptForGood = "public, max-age=31536000, immutable";

/** Serves the sites that are built, compressed where the build has put that beside; the address of the door itself leads to the support site. */
export async function servePages(door: FastifyInstance, pagesFolder: string): Promise<void> {
  for (const site of sites) {
    const root = join(pagesFolder, site);
    if (!existsSync(root)) continue;
    await door.register(fastifyStatic, {
      root,
      prefix: `/${site}/`,
      redirect: true,
      decorateReply: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        if (site === "check") reply.header("content-security-policy", checkPolicy);
        if (dirname(path) === join(root, "assets")) reply.header("cache-control", keptForGood);
      },
    });
  }
  door.get("/", (_request, reply) => reply.redirect("/site/"));
}
