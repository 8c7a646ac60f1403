import { Agent, request } from "node:https";
import { join as path } from "node:path";
import type { TLSSocket } from "node:tls";
import {
  createAuthority,
  createRequest,
  exportPrivateKey,
  generateKeyPair,
  issueCertificate,
} from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkshop } from "../../sealing/testing/openssl.ts";
import { readKeyFile } from "../certificates/files.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { tlsOptions } from "../testing/https-fetch.ts";
import {
  careManagement,
  dayCare,
  homeVisit,
  join,
  logIn,
  openPortal,
  requestCertificate,
  type TestOffice,
} from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the doors", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: TestOffice;
  let other: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    office = await join(center, careManagement);
    other = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const box = { query: { box: "sent" } } as const;
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${center.webUrl}/v1/office-sessions`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });

  it("speak TLS 1.3 to clients, and nothing older", async () => {
    await expect(
      center.callExchange({ ...office.client, maxVersion: "TLSv1.2" }).health(),
    ).rejects.toMatchObject({ code: "unreachable" });
    await expect(center.callExchange().health()).resolves.toMatchObject({ status: "ok" });
  });

  it("ask for a certificate where the contract does", async () => {
    await expect(center.callExchange({}, office.accessToken).listMessages(box)).rejects.toEqual(
      refused("certificate-missing"),
    );
    await expect(
      center.callExchange().refreshSession({ body: { refreshToken: office.refreshToken } }),
    ).rejects.toEqual(refused("certificate-missing"));
    await expect(center.callExchange().terms()).resolves.toBeDefined();
  });

  it("refuse a certificate of another authority, also one of the same name", async () => {
    const span = {
      notBefore: new Date(Date.now() - 3_600_000),
      notAfter: new Date(Date.now() + 86_400_000),
    };
    const foreign = await createAuthority({
      ...span,
      notAfter: new Date(span.notAfter.getTime() + 86_400_000),
    });
    const pair = generateKeyPair();
    const { number } = office;
    const { pem } = await issueCertificate(foreign, {
      request: await createRequest(pair, { officeNumber: number }),
      kind: "KaigoJigyousho",
      officeNumber: number,
      ...span,
    });
    const client = { key: exportPrivateKey(pair.privateKey), certificate: pem };
    await expect(center.callExchange(client, office.accessToken).listMessages(box)).rejects.toEqual(
      refused("certificate-foreign"),
    );
  });

  it("refuse an agent's certificate, another service's and the centre's own, and say which one to take", async () => {
    const shop = openWorkshop();
    const made = ["req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "2"];
    const subjects = [
      "/C=JP/O=e-seikyu/CN=DairiSeikyuNin",
      "/C=JP/O=e-seikyu/CN=ShougaiJigyousho/serialNumber=1300000001",
      // Of an office by its name, but without a number.
      "/C=JP/O=e-seikyu/CN=KaigoJigyousho",
    ];
    const shown = subjects.map((subject) => {
      shop.run("openssl", ...made, "-subj", subject, "-keyout", "key.pem", "-out", "cert.pem");
      const text = (name: string): string => Buffer.from(shop.get(name)).toString();
      return { key: text("key.pem"), certificate: text("cert.pem") };
    });
    const folder = path(place.dataFolder, "authority");
    for (const name of ["center", "server"]) {
      const file = readKeyFile({ folder, passphrase: undefined }, name);
      if (file === undefined) throw new Error(name);
      shown.push({ key: exportPrivateKey(file.privateKey), certificate: file.certificate });
    }
    for (const client of shown) {
      const asked = center.callExchange(client, office.accessToken).listMessages(box);
      await expect(asked).rejects.toEqual(refused("certificate-purpose"));
      await expect(asked).rejects.toThrow("代理人の電子証明書");
    }
  });

  it("refuse a certificate past its end", async () => {
    const now = center.clock.now;
    center.clock.now = new Date(now.getTime() + 3 * 366 * 86_400_000);
    await expect(office.desk.listMessages(box)).rejects.toEqual(refused("certificate-expired"));
    center.clock.now = now;
    await expect(office.desk.listMessages(box)).resolves.toBeDefined();
  });

  it("refuse a revoked certificate at the next request, on the same and on a resumed connection", async () => {
    const third = await join(center, dayCare);
    await third.desk.listMessages(box);
    const agent = new Agent({ maxCachedSessions: 10 });
    const first = await rawGet(third, agent);
    const resumed = await rawGet(third, agent);
    expect([first.resumed, resumed.resumed]).toEqual([false, true]);
    expect([first.status, resumed.status]).toEqual([200, 200]);

    await third.portal.revokeCertificate({
      params: { serial: third.serial },
      body: { reason: "keyCompromise" },
    });

    await expect(third.desk.listMessages(box)).rejects.toEqual(refused("certificate-revoked"));
    const after = await rawGet(third, agent);
    expect(after).toMatchObject({ resumed: true, status: 403 });
    expect(after.body).toContain("certificate-revoked");
    agent.destroy();
  });

  it("refuse the session of one office with the certificate of another", async () => {
    await expect(
      center.callExchange(office.client, other.accessToken).listMessages(box),
    ).rejects.toEqual(refused("certificate-office-mismatch"));
  });

  it("tell a missing login from one that has ended", async () => {
    await expect(center.callExchange(office.client).listMessages(box)).rejects.toEqual(
      refused("session-missing"),
    );
    await expect(center.callExchange(office.client, "nonsense").listMessages(box)).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(center.callWeb("nonsense").licence()).rejects.toEqual(refused("session-expired"));
  });

  it("keep what needs a certificate off the web door", async () => {
    const found = await fetch(`${center.webUrl}/v1/messages?box=sent`);
    expect(found.status).toBe(404);
    expect(await found.json()).toMatchObject({ code: "not-found" });
  });

  it("answer every wrong request as a problem one can read", async () => {
    const answers = await Promise.all([
      post("{"),
      post(""),
      post("<login/>", { "content-type": "application/xml" }),
      post('{"officeId":"KJ131300000001","password":"x","more":1}'),
      post('{"officeId":1,"password":""}'),
      post(JSON.stringify({ officeId: "x".repeat(300_000), password: "x" })),
      fetch(`${center.webUrl}/v1/nothing`),
      fetch(`${center.webUrl}/v1/%zz`),
      fetch(`${center.webUrl}/v1/office-sessions`),
      fetch(`${center.webUrl}/v1/office-sessions`, { method: "PATCH" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      400, 400, 415, 400, 400, 413, 404, 404, 405, 405,
    ]);
    for (const answer of answers) {
      expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      const problem = (await answer.json()) as { status: number; code: string; requestId: string };
      expect(problem.status).toBe(answer.status);
      expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(problem.code).toBe(
        answer.status === 404 || answer.status === 405 ? "not-found" : "request-invalid",
      );
    }
    expect(answers[8]?.headers.get("allow")).toBe("POST");
  });

  it("say which item is wrong, in the user's words", async () => {
    const answer = await post('{"password":"","more":1}');
    expect(await answer.json()).toMatchObject({
      errors: [
        { path: "/officeId", message: "入力してください" },
        { path: "/more", message: "この項目は使えません" },
        { path: "/password", message: "入力してください" },
      ],
    });
    await expect(
      office.desk.listMessages({ query: { box: "sent", limit: 5_001 } }),
    ).rejects.toMatchObject({
      problem: { errors: [{ path: "/querystring/limit", message: "5000以下にしてください" }] },
    });
    await expect(office.desk.listMessages({ query: { box: "drafts" as "sent" } })).rejects.toEqual(
      refused("request-invalid"),
    );
    await expect(office.desk.message({ params: { id: "1" } })).rejects.toEqual(
      refused("request-invalid"),
    );
  });

  it("refuse a message that is too large, before it is read", async () => {
    const id = newMessageId(center);
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        `${center.exchangeUrl}/v1/messages/${id}?to=${other.number}`,
        {
          method: "PUT",
          agent: false,
          ...tlsOptions({ authority: center.authorities.join("\n"), ...office.client }),
          headers: {
            authorization: `Bearer ${office.accessToken}`,
            "content-type": "application/pkcs7-mime",
            "content-digest": `sha-256=:${"A".repeat(43)}=:`,
            "content-length": 64 * 1024 * 1024 + 1,
          },
        },
        (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        },
      );
      sent.on("error", reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it("hide what went wrong inside behind a number for the log", async () => {
    const { desk } = await logIn(center, office, office, office.personId);
    await center.sql`alter table messages rename to messages_away`;
    try {
      const failed = await desk.listMessages(box).catch((error: unknown) => error);
      expect(failed).toEqual(refused("internal"));
      expect(JSON.stringify((failed as { problem: unknown }).problem)).not.toMatch(
        /messages_away|SQL|stack/,
      );
    } finally {
      await center.sql`alter table messages_away rename to messages`;
    }
  });

  function rawGet(
    of: TestOffice,
    agent: Agent,
  ): Promise<{ resumed: boolean; status: number; body: string }> {
    return new Promise((resolve, reject) => {
      request(
        `${center.exchangeUrl}/v1/messages?box=sent`,
        {
          agent,
          ...tlsOptions({ authority: center.authorities.join("\n"), ...of.client }),
          headers: { authorization: `Bearer ${of.accessToken}`, connection: "close" },
        },
        (response) => {
          const resumed = (response.socket as TLSSocket).isSessionReused();
          let body = "";
          response.on("data", (part: Buffer) => (body += part.toString()));
          response.on("end", () => resolve({ resumed, status: response.statusCode ?? 0, body }));
        },
      )
        .on("error", reject)
        .end();
    });
  }
});

describeOnEachDatabase("the limits", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, {
      limits: { loginRequestsPerMinute: 8, messageBytes: 20_000, loginAttempts: 100 },
    });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("count all forms with a password together, for each address, and say when to come again", async () => {
    const office = await openPortal(center, careManagement);
    const statuses: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      const code = await center
        .callWeb()
        .logInOffice({ body: { officeId: office.letter.officeId, password: "wrong-1" } })
        .catch((error: { problem: { status: number } }) => error.problem.status);
      statuses.push(code as number);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    const refusedAgain = await fetch(`${center.webUrl}/v1/office-sessions`, {
      method: "POST",
      body: JSON.stringify({ officeId: "KJ131300000001", password: "x" }),
      headers: { "content-type": "application/json" },
    });
    const wait = Number(refusedAgain.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(await refusedAgain.json()).toMatchObject({
      code: "too-many-requests",
      retryAfterSeconds: wait,
    });
    await expect(requestCertificate(office)).rejects.toEqual(refused("too-many-requests"));
    await expect(office.portal.licence()).resolves.toBeDefined();
  });
});

describeOnEachDatabase("the limit of a message", (takePlace) => {
  it("is the contract's code for what is too large", async () => {
    const place = await takePlace();
    const center = await startTestCenter(place, { limits: { messageBytes: 20_000 } });
    const sender = await join(center, careManagement);
    const receiver = await join(center, homeVisit);
    const id = newMessageId(center);
    const { sealed } = seal(
      center,
      id,
      sender,
      receiver,
      crypto.getRandomValues(new Uint8Array(20_000)),
    );
    await expect(sender.desk.send(sending(id, receiver.number, sealed))).rejects.toEqual(
      refused("message-too-large"),
    );
    await center.stop();
    await place.remove();
  });
});
