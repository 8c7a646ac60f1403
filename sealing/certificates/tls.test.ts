import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type TLSSocket } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import {
  type Authority,
  createAuthority,
  exportPrivateKey,
  generateKeyPair,
  issueServerCertificate,
  parseCertificate,
} from "../index.ts";
import {
  aroundToday,
  type Holder,
  homeVisit,
  longAroundToday,
  makeOffice,
} from "../testing/offices.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close();
});

/** A server that wants client certificates and answers with the client's fingerprint. */
async function serve(authority: Authority): Promise<number> {
  const { privateKey, publicKey } = generateKeyPair();
  const certificate = await issueServerCertificate(authority, {
    publicKey,
    hosts: ["localhost", "127.0.0.1"],
    ...aroundToday,
  });
  const server = createServer(
    {
      key: exportPrivateKey(privateKey),
      cert: certificate.pem,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: "TLSv1.3",
    },
    (socket) => socket.end(parseCertificate(socket.getPeerCertificate().raw).fingerprint),
  );
  // Clients that are refused here leave in the middle of the handshake.
  server.on("tlsClientError", () => undefined);
  cleanUp.push(() => new Promise((resolve) => server.close(resolve)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function answerTo(
  client: Holder,
  trusted: Authority,
  port: number,
  servername: string,
): Promise<string> {
  const socket: TLSSocket = connect({
    port,
    host: "127.0.0.1",
    servername,
    key: exportPrivateKey(client.key),
    cert: client.certificate,
    ca: trusted.certificate,
  });
  cleanUp.push(() => socket.destroy());
  let answer = "";
  for await (const chunk of socket.setEncoding("utf8")) answer += String(chunk);
  return answer;
}

describe("mutual TLS 1.3 in Node", () => {
  test("takes the certificates of server and office", async () => {
    const authority = await createAuthority(longAroundToday);
    const office = await makeOffice(authority, homeVisit, aroundToday);
    const port = await serve(authority);
    expect(await answerTo(office, authority, port, "localhost")).toBe(office.info.fingerprint);
  });

  test("refuses an office of a foreign authority of the same name", async () => {
    const authority = await createAuthority(longAroundToday);
    const foreign = await makeOffice(
      await createAuthority(longAroundToday),
      homeVisit,
      aroundToday,
    );
    const port = await serve(authority);
    // In TLS 1.3 the client has ended its handshake when the server refuses: it sees an alert
    // or just the end.
    const answer = await answerTo(foreign, authority, port, "localhost").catch(() => "");
    expect(answer).toBe("");
  });

  test("refuses a server of a foreign authority, and one of another name", async () => {
    const authority = await createAuthority(longAroundToday);
    const foreign = await createAuthority(longAroundToday);
    const office = await makeOffice(authority, homeVisit, aroundToday);
    const port = await serve(authority);
    await expect(answerTo(office, foreign, port, "localhost")).rejects.toThrow(/certificate/);
    await expect(answerTo(office, authority, port, "elsewhere.example.jp")).rejects.toThrow(
      /altnames/,
    );
  });

  test("does not take an office's certificate for a server's", async () => {
    const authority = await createAuthority(longAroundToday);
    const office = await makeOffice(authority, homeVisit, aroundToday);
    const server = createServer({ key: exportPrivateKey(office.key), cert: office.certificate });
    server.on("tlsClientError", () => undefined);
    cleanUp.push(() => new Promise((resolve) => server.close(resolve)));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await expect(answerTo(office, authority, port, "localhost")).rejects.toThrow(/purpose/);
  });
});
