import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { openConnection } from "./connection.ts";

it("tells the centre which version of the client calls, on calls and on streams", async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers["user-agent"]);
    response.setHeader("content-type", "application/json").end(JSON.stringify({ jsonBytes: 1 }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const connection = openConnection({
    centre: `http://127.0.0.1:${port}`,
    authority: "",
    token: () => undefined,
  });

  await connection.call.limits();
  const { body } = await connection.stream("/v1/events", {}, new AbortController().signal);
  for await (const bytes of body ?? []) expect(bytes).toBeDefined();

  expect(seen).toEqual([expect.stringMatching(/^tsunagi\/\d+\.\d+\.\d+$/), seen[0]]);
  await connection.close();
  server.close();
});
