import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { createCaller, type Problem } from "@tsunagi/contract";
import { deskRoutes } from "@tsunagi/contract/desk";
import { createAuthority } from "@tsunagi/sealing";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import {
  enrolDesk,
  joinNetwork,
  type Network,
  officePassword,
  openDesk,
  personPassword,
  planner,
  provider,
  startNetwork,
  type TestDesk,
} from "../testing/network.ts";
import { plan, samples } from "../testing/samples.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { askRunningDesk } from "./again.ts";
import { type Desk, startDesk } from "./start-desk.ts";

/** Made-up pages, so that no build is needed. */
function pagesFolder(): string {
  const folder = join(temporaryFolder(), "pages");
  mkdirSync(folder);
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>つなぎ</title>");
  return folder;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as anybody on this machine can make it, with exactly these headers. */
function ask(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const tokenOf = (url: string) => new URLSearchParams(new URL(url).hash.slice(1)).get("start") ?? "";

/** Starts as the page does; what comes back is the cookie. */
async function start(origin: string, token: string, headers: Record<string, string> = {}) {
  const answer = await ask(
    origin,
    "POST",
    "/api/start",
    { origin, "content-type": "application/json", ...headers },
    JSON.stringify({ startToken: token }),
  );
  return { ...answer, cookie: String(answer.headers["set-cookie"] ?? "").split(";")[0] ?? "" };
}

function expectPdf(bytes: Uint8Array): void {
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(Buffer.from(bytes.subarray(-7)).toString().trim()).toBe("%%EOF");
}

const codeOf = ({ body }: Answer) => (JSON.parse(body) as Problem).code;

describe("the desk's server", () => {
  let engine: Engine;
  let desk: Desk;
  let origin: string;
  let cookie: string;

  beforeAll(async () => {
    const authority = await createAuthority({
      notBefore: new Date("2026-01-01T00:00:00Z"),
      notAfter: new Date("2036-01-01T00:00:00Z"),
    });
    engine = await openEngine({
      folder: temporaryFolder(),
      centre: "https://127.0.0.1:1",
      authority: authority.certificate,
    });
    desk = await startDesk({ engine, pagesFolder: pagesFolder() });
    origin = new URL(desk.url).origin;
    ({ cookie } = await start(origin, tokenOf(desk.url)));
  });
  afterAll(async () => {
    await desk?.stop();
    await engine?.close();
  });

  it("listens on loopback and shows the page, which may run nothing from elsewhere", async () => {
    expect(new URL(origin).hostname).toBe("127.0.0.1");
    const { status, headers, body } = await ask(origin, "GET", "/");
    expect(status).toBe(200);
    expect(body).toContain("つなぎ");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("gives its cookie for a start token, once", async () => {
    const token = tokenOf(desk.newUrl());
    const first = await start(origin, token);
    expect(first.status).toBe(204);
    expect(String(first.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Strict/);
    const second = await start(origin, token);
    expect(second.status).toBe(403);
    expect(codeOf(second)).toBe("start-refused");
    expect((await start(origin, "ate-zuppou")).status).toBe(403);
  });

  it("tells nothing without the cookie", async () => {
    for (const path of ["/api/state", "/api/tray", "/api/messages?box=sent", "/api/events"]) {
      const answer = await ask(origin, "GET", path);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 403, "start-refused"]);
    }
    const wrong = await ask(origin, "GET", "/api/state", { cookie: `${cookie}x` });
    expect(wrong.status).toBe(403);
    const right = await ask(origin, "GET", "/api/state", { cookie });
    expect(JSON.parse(right.body)).toMatchObject({ phase: "not-enrolled" });
    expect(right.headers["cache-control"]).toBe("no-store");
  });

  it("answers under its own name only, be it with the cookie", async () => {
    const { port } = new URL(origin);
    for (const host of [`localhost:${port}`, `attacker.example:${port}`, "127.0.0.1"]) {
      for (const path of ["/api/state", "/"]) {
        const answer = await ask(origin, "GET", path, { cookie, host });
        expect([host, path, answer.status]).toEqual([host, path, 403]);
      }
    }
    const token = tokenOf(desk.newUrl());
    expect((await start(origin, token, { host: `localhost:${port}` })).status).toBe(403);
    expect((await start(origin, token)).status).toBe(204);
  });

  it("lets no other page change or read anything", async () => {
    const foreign = ["http://attacker.example", "http://127.0.0.1:1", "null"];
    for (const other of foreign) {
      const post = await ask(origin, "POST", "/api/logout", { cookie, origin: other });
      const get = await ask(origin, "GET", "/api/state", { cookie, origin: other });
      expect([other, post.status, get.status]).toEqual([other, 403, 403]);
    }
    expect((await ask(origin, "POST", "/api/logout", { cookie })).status).toBe(403);
    expect((await ask(origin, "POST", "/api/logout", { cookie, origin })).status).toBe(200);
  });

  it("answers what it does not know, and what it cannot read, as problems", async () => {
    const unknown = await ask(origin, "GET", "/api/nothing", { cookie });
    expect([unknown.status, codeOf(unknown)]).toEqual([404, "not-found"]);
    const json = { cookie, origin, "content-type": "application/json" };
    for (const body of ["{", "[]", '{"personId":"c000000001","password":"x","role":"x"}']) {
      const answer = await ask(origin, "POST", "/api/login/person", json, body);
      expect([body, answer.status, codeOf(answer)]).toEqual([body, 400, "request-invalid"]);
    }
    const early = await ask(origin, "GET", "/api/tray", { cookie });
    expect([early.status, codeOf(early)]).toEqual([409, "not-enrolled"]);
  });

  it("passes on that the centre cannot be reached", async () => {
    const answer = await ask(
      origin,
      "POST",
      "/api/enrolment",
      { cookie, origin, "content-type": "application/json" },
      JSON.stringify({ officeId: "KJ131370000011", password: "x", issuePassword: "y" }),
    );
    expect([answer.status, codeOf(answer)]).toEqual([502, "unreachable"]);
  });

  it("gives the folder's own account another address, and nobody else", async () => {
    const url = await askRunningDesk(engine.folder);
    expect((await start(origin, tokenOf(url ?? ""))).status).toBe(204);
    expect((await ask(origin, "POST", "/again", { origin, cookie })).status).toBe(403);
    expect(await askRunningDesk(temporaryFolder())).toBeUndefined();
  });
});

describe("the desk's page, through its API", () => {
  let network: Network;
  let manager: TestDesk;
  let helpers: TestDesk;
  let desk: Desk;

  beforeAll(async () => {
    network = await startNetwork({
      helpDesk: { telephone: "0120-000-000", site: "https://renkei.example.jp/site/" },
    });
    helpers = await joinNetwork(network, provider);
    manager = await openDesk(network, await network.issue(planner));
    desk = await startDesk({ engine: manager.engine, pagesFolder: pagesFolder() });
  });
  afterAll(async () => {
    await desk?.stop();
    await manager?.engine.close();
    await helpers?.engine.close();
    await network?.remove();
  });

  it("goes from the first setup to a message that was opened, every answer as the contract says", async () => {
    const { origin } = new URL(desk.url);
    const { cookie } = await start(origin, tokenOf(desk.url));
    const call = createCaller(deskRoutes, {
      baseUrl: origin,
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie, origin } }),
    });

    expect(await call.state()).toMatchObject({ phase: "not-enrolled" });
    await enrolDesk(manager);
    const { officeId } = manager.letter;
    await call.logOut();
    expect(
      await call.logInPerson({ body: { personId: manager.personId, password: personPassword } }),
    ).toMatchObject({ phase: "office-login" });
    expect(await call.logInOffice({ body: { officeId, password: officePassword } })).toMatchObject({
      phase: "ready",
    });
    expect((await call.searchPartners({ query: { search: "みほん" } })).offices).toMatchObject([
      { number: provider.number, canReceive: true },
    ]);

    let tray = await call.tray();
    for (const { name, bytes } of plan()) {
      tray = await call.putOnTray({ query: { name }, body: bytes });
    }
    const [broken] = samples("broken/encoding");
    tray = await call.putOnTray({ query: { name: "空.csv" }, body: new Uint8Array() });
    expect(tray.strays[0]?.findings[0]?.code).toBe("file-name");
    tray = await call.takeFromTray({ params: { fileId: tray.strays[0]?.fileId ?? "" } });
    expect(tray.strays).toEqual([]);
    expect(broken).toBeDefined();

    const setId = tray.sets[0]?.setId ?? "";
    const [laid] = tray.sets[0]?.files ?? [];
    expect(await call.trayFile({ params: { fileId: laid?.fileId ?? "" } })).toHaveLength(
      laid?.size ?? 0,
    );
    expectPdf(await call.setForms({ params: { setId }, query: {} }));

    const { messageIds } = await call.sendTray({ body: { setIds: [setId] } });
    const params = { id: messageIds[0] ?? "" };
    await call.fetchNow();
    await helpers.engine.fetchNow();
    await call.fetchNow();
    expect(await call.message({ params })).toMatchObject({ station: "opened", trouble: null });
    expect((await call.listMessages({ query: { box: "sent" } })).messages).toHaveLength(1);
    expect(await call.evidence({ params })).toMatchObject({ proved: true });
    expect(Object.keys(unzipSync(await call.evidenceFiles({ params }))).sort()).toEqual([
      "HOW-TO-VERIFY.txt",
      "accepted.der",
      "ca.pem",
      "opened.der",
      "sealed.der",
      "signed.der",
    ]);
    const [file] = plan();
    const name = file?.name ?? "";
    expect(Buffer.from(await call.file({ params: { ...params, name } }))).toEqual(
      Buffer.from(file?.bytes ?? []),
    );
    expect(Object.keys(unzipSync(await call.allFiles({ params })))).toHaveLength(3);
    expectPdf(await call.messageForms({ params, query: { user: "0" } }));
    await expect(call.messageForms({ params, query: { user: "7" } })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(call.cancel({ params })).rejects.toMatchObject({
      code: "message-already-downloaded",
    });
  });

  it("shows what it keeps and knows, gives out the certificate under a password, and backs up", async () => {
    const url = desk.newUrl();
    const { origin } = new URL(url);
    const { cookie } = await start(origin, tokenOf(url));
    const call = createCaller(deskRoutes, {
      baseUrl: origin,
      fetch: (to, init) => fetch(to, { ...init, headers: { ...init.headers, cookie, origin } }),
    });
    await call.fetchNow();

    const settings = await call.settings();
    const { certificate, certificateLog } = settings;
    expect(settings).toMatchObject({
      folder: manager.folder,
      keysEncrypted: false,
      helpDesk: { telephone: "0120-000-000", site: "https://renkei.example.jp/site/" },
      lastBackup: null,
    });
    expect(certificate.renewalDue).toBe(false);
    expect(Date.parse(certificate.notAfter) - Date.parse(certificate.renewsFrom)).toBe(
      90 * 86_400_000,
    );
    expect(certificateLog?.size).toBeGreaterThanOrEqual(2);

    const file = join(temporaryFolder(), "office.p12");
    const password = "natsu no umi, 2026";
    writeFileSync(file, await call.exportCertificate({ body: { password } }));
    const read = ["pkcs12", "-in", file, "-nokeys", "-clcerts", "-passin", `pass:${password}`];
    expect(execFileSync("openssl", read).toString()).toContain(planner.number);
    for (const wrong of ["natsu-2026", "なつのうみとやまとそらとかぜ"]) {
      const refused = call.exportCertificate({ body: { password: wrong } });
      await expect(refused).rejects.toMatchObject({ code: "request-invalid" });
    }

    const made = await call.backUp({ body: { folder: temporaryFolder() } });
    expect((await call.settings()).lastBackup).toEqual(made);
    await expect(call.backUp({ body: { folder: manager.folder } })).rejects.toMatchObject({
      code: "backup-folder-inside",
    });
  });

  it("is told of an arrival by the stream of events", async () => {
    const url = desk.newUrl();
    const { origin } = new URL(url);
    const { cookie } = await start(origin, tokenOf(url));
    const abort = new AbortController();
    const answer = await fetch(`${origin}/api/events`, {
      headers: { cookie },
      signal: abort.signal,
    });
    manager.engine.watch();
    const { messageIds } = await helpers.engine.sendFiles(samples("month", "UPJSK"));

    let told = "";
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) {
      told += decoder.decode(part as Uint8Array, { stream: true });
      if (told.includes('data: {"what":"received"}')) break;
    }
    abort.abort();
    expect(manager.engine.message(messageIds[0] ?? "").box).toBe("received");
  });
});
