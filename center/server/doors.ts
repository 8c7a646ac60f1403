import { type TlsOptions, Server as TlsServer } from "node:tls";
import type { FastifyInstance } from "fastify";
import type { CenterKeys } from "../certificates/keys.ts";
import type { CenterConfig } from "../config.ts";
import { CenterError } from "../errors.ts";
import { type DoorParts, makeDoor } from "./door.ts";
import { servePages } from "./pages.ts";

/**
 * The exchange's door: TLS 1.3, asks every client for a certificate. TLS itself lets any certificate pass (the client
 * has to prove that it holds the key); `identify` judges it, so that a refusal comes as a problem one can read.
 */
export async function makeExchangeDoor(
  parts: DoorParts,
  keys: Pick<CenterKeys, "server" | "root" | "issuers">,
): Promise<{ readonly door: FastifyInstance; useNewIdentity(): void }> {
  const tls = (): TlsOptions => ({
    ...keys.server(),
    // Named to browsers, so that they offer the certificates of these.
    ca: [keys.root, ...keys.issuers().map(({ certificate }) => certificate)],
    minVersion: "TLSv1.3",
    requestCert: true,
    rejectUnauthorized: false,
    handshakeTimeout: 20_000,
  });
  const door = await makeDoor("exchange", parts, { https: tls() });
  return {
    door,
    useNewIdentity() {
      if (door.server instanceof TlsServer) door.server.setSecureContext(tls());
    },
  };
}

/**
 * The web door: no client certificates, and the pages of portal and support. Plain HTTP on loopback, or behind a proxy.
 *
 * @throws CenterError `web-door-open`
 */
export async function makeWebDoor(
  parts: DoorParts,
  config: CenterConfig,
): Promise<FastifyInstance> {
  const host = config.webHost ?? "127.0.0.1";
  if (!isLoopback(host) && !config.webTls && !config.behindProxy) {
    throw new CenterError("web-door-open", host);
  }
  const door = await makeDoor("web", parts, {
    ...(config.behindProxy && { trustProxy: (_address: string, hop: number) => hop < 1 }),
    ...(config.webTls && {
      https: { cert: config.webTls.certificate, key: config.webTls.key, minVersion: "TLSv1.3" },
    }),
  });
  if (config.pagesFolder !== undefined) {
    await servePages(door, config.pagesFolder);
  }
  return door;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
