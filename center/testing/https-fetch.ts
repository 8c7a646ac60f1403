import { Agent, request } from "node:https";
import type { FetchLike } from "@tsunagi/contract";

/** What a client shows in the handshake. */
export interface TlsClient {
  /** PEM of the authority that the server has to be of. */
  readonly authority: string;
  /** PEM; without them the client has no certificate. */
  readonly key?: string;
  readonly certificate?: string;
  readonly maxVersion?: "TLSv1.2";
}

/** `fetch` over one kept TLS connection of node:https, with a client certificate. */
export function httpsFetch(client: TlsClient): FetchLike & { close(): void } {
  const agent = new Agent({ keepAlive: true, ...tlsOptions(client) });
  const call: FetchLike = (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          method,
          agent,
          headers: {
            ...headers,
            ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
          },
          ...(signal && { signal }),
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: { get: (name) => [response.headers[name]].flat().join(", ") || null },
              arrayBuffer: async () => new Uint8Array(Buffer.concat(parts)).buffer,
            }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  return Object.assign(call, { close: () => agent.destroy() });
}

export function tlsOptions({ authority, key, certificate, maxVersion }: TlsClient): object {
  return {
    ca: authority,
    ...(key !== undefined && { key }),
    ...(certificate !== undefined && { cert: certificate }),
    ...(maxVersion && { maxVersion }),
  };
}
