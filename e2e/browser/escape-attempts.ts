import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { vi } from "vitest";
import type { Witness } from "./network-witness.ts";

/** A server that hopes to be sent something. */
export interface Trap {
  readonly url: string;
  /** The paths that were asked for. */
  caught(): readonly string[];
  close(): Promise<void>;
}

/** Starts a trap on a free port; it answers everybody, whatever site they come from. */
export async function setTrap(): Promise<Trap> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    caught.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end();
  });
  server.on("upgrade", (request, socket) => {
    caught.push(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caught: () => caught,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Each way in which a script of the page could try to hand something to a server. Each ends when it was tried. */
const ways: Readonly<Record<string, string>> = {
  fetch: "(to) => fetch(to, { method: 'POST', body: 'x', mode: 'no-cors' })",
  xhr: `(to) => new Promise((done) => {
    const request = new XMLHttpRequest();
    request.onloadend = done;
    request.open('POST', to);
    request.send('x');
  })`,
  beacon: "(to) => { navigator.sendBeacon(to, 'x'); }",
  websocket: `(to) => new Promise((done) => {
    const socket = new WebSocket(to.replace('http', 'ws'));
    socket.onerror = socket.onopen = done;
  })`,
  events: `(to) => new Promise((done) => {
    const events = new EventSource(to);
    events.onerror = events.onopen = () => { events.close(); done(); };
  })`,
  image: "(to) => tried(Object.assign(new Image(), { src: to }))",
  script: "(to) => tried(Object.assign(document.createElement('script'), { src: to }))",
  style:
    "(to) => tried(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to }))",
  frame: "(to) => tried(Object.assign(document.createElement('iframe'), { src: to }), 500)",
  form: `(to) => {
    const form = Object.assign(document.createElement('form'), { action: to, method: 'POST', target: 'sink' });
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'sink' }), form);
    form.submit();
  }`,
  import: "(to) => import(to)",
  "worker-by-address": "(to) => { new Worker(to); }",
  "worker-fetch": "(to) => new Promise((done) => { spy.onmessage = done; spy.postMessage(to); })",
};

/** A worker of the page that fetches when it is told to. */
const spy =
  "onmessage = ({ data }) => fetch(data, { mode: 'no-cors' }).catch(() => 0).then(() => postMessage(0))";

/** Tries every way out of the page to a server, one after the other, before a witness; tells which there were. */
export async function tryToEscape(
  page: Page,
  to: string,
  witness: Witness,
): Promise<readonly string[]> {
  const watched = witness.workers();
  await page.evaluate(
    `globalThis.spy = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(spy)}]))); undefined`,
  );
  await vi.waitUntil(() => witness.workers() > watched, { timeout: 60_000 });
  for (const [way, script] of Object.entries(ways)) {
    await page.evaluate(`(async () => {
      const tried = (element, patience = 3000) => new Promise((done) => {
        element.onload = element.onerror = done;
        AbortSignal.timeout(patience).onabort = done;
        document.body.append(element);
      });
      try { await (${script})(${JSON.stringify(`${to}/${way}`)}); } catch {}
    })()`);
  }
  return Object.keys(ways);
}
