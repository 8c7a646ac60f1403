import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What the proxy does with a connection from now on. */
export type Fault =
  | { readonly kind: "none" }
  /** New connections and those that stand are cut at once. */
  | { readonly kind: "down" }
  /** Connections stand and new ones are taken, but nothing comes through any more, either way, and no end is told. */
  | { readonly kind: "silent" }
  /** Once this many bytes have gone to the server on one connection, the line is cut, before or after the server's answer (which is lost). */
  | { readonly kind: "cut-after"; readonly bytes: number; readonly answered: boolean };

/** A TCP proxy before the centre that loses what it is told to lose. */
export interface FaultProxy {
  /** https, on the proxy's own port. */
  readonly url: string;
  fault: Fault;
  /** Where the centres listen: each new connection goes to the next of them. */
  ports: readonly number[];
  /** Resolves when the next fault has happened. */
  struck(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let fault: Fault = { kind: "none" };
  let strike: (() => void)[] = [];
  let turn = 0;

  const server = createServer((client) => {
    if (fault.kind === "down") {
      client.destroy();
      struck();
      return;
    }
    const centre = connect(proxy.ports[turn % proxy.ports.length] ?? port, "127.0.0.1");
    turn += 1;
    const pair = [client, centre] as const;
    // Counted for each connection since the fault was set: what is still under way on another one is not meant.
    let counted: Fault = fault;
    let sent = 0;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      centre.destroy();
    };
    const cut = () => {
      end();
      fault = { kind: "none" };
      struck();
    };
    /** A line that lost something is never whole again. */
    let lost = false;
    const swallows = (): boolean => {
      if (fault.kind === "silent" && !lost) {
        lost = true;
        struck();
      }
      return lost;
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    client.on("data", (bytes) => {
      if (swallows()) return;
      centre.write(bytes);
      sent = (counted === fault ? sent : 0) + bytes.length;
      counted = fault;
      if (fault.kind === "cut-after" && !fault.answered && sent >= fault.bytes) cut();
    });
    centre.on("data", (bytes) => {
      if (swallows()) return;
      const meant = fault.kind === "cut-after" && counted === fault && sent >= fault.bytes;
      if (meant && fault.kind === "cut-after" && fault.answered) cut();
      else client.write(bytes);
    });
  });

  function struck(): void {
    const waiting = strike;
    strike = [];
    for (const resolve of waiting) resolve();
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const proxy: FaultProxy = {
    ports: [port],
    url: `https://127.0.0.1:${address.port}`,
    get fault() {
      return fault;
    },
    set fault(next) {
      fault = next;
      if (next.kind !== "down") return;
      for (const [client, centre] of pairs) {
        client.destroy();
        centre.destroy();
      }
    },
    struck: () => new Promise((resolve) => strike.push(resolve)),
    async stop() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}
