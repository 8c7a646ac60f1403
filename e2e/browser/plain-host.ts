import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Serves the page of a folder and its assets the way a static host does: no policy, no headers of its own. */
export async function startPlainHost(
  folder: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response);
  });
  const answer = async (address: string, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(address, "http://localhost");
    const file = pathname === "/" ? "index.html" : join("assets", basename(pathname));
    try {
      const bytes = await readFile(join(folder, file));
      response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  };
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
