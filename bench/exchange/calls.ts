import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { limits } from "@tsunagi/contract";
import {
  importPrivateKey,
  parseCertificate,
  type Sealed,
  type Signer,
  sealParcel,
  signReceipt,
} from "@tsunagi/sealing";
import { v7 as newId } from "uuid";
import { httpsFetch } from "../../center/testing/https-fetch.ts";
import type { LoadOffice } from "./center-child.ts";
import type { Order, Parties } from "./load-child.ts";

/** Where the clients go: the centre, or a server that does nothing. */
export interface Target {
  readonly url: string;
  readonly bare: boolean;
  readonly answerBytes: number;
}

/** Does one call as one of the clients; gives the bytes of the answer. */
type Call = (target: Target, client: number) => Promise<number | "nothing-left">;
type Connection = ReturnType<typeof httpsFetch>;

interface Sent {
  readonly id: string;
  readonly from: string;
  readonly sealed: Sealed;
}

/** What the clients can do. The last office receives only: its inbox is the one that is listed. */
export class Calls {
  readonly #parties: Parties;
  readonly #senders: readonly LoadOffice[];
  readonly #reader: LoadOffice;
  readonly #kept = new Map<string, Connection>();
  readonly #sealed = new Map<number, Sealed>();
  /** What waits for a receiver. */
  readonly #waiting = new Map<string, Sent[]>();

  constructor(parties: Parties) {
    this.#parties = parties;
    this.#senders = parties.offices.slice(0, -1);
    const reader = parties.offices.at(-1);
    if (!reader) throw new Error("no offices");
    this.#reader = reader;
  }

  targetOf({ bareUrl, answerBytes = 0 }: Order): Target {
    return { url: bareUrl ?? this.#parties.exchangeUrl, bare: bareUrl !== undefined, answerBytes };
  }

  callOf({ name, bytes }: Order): Call {
    const kept =
      (to?: LoadOffice): Call =>
      (target, client) =>
        this.#send(target, client, bytes, this.#connection(target, client), to);
    const calls: { readonly [N in Order["name"]]: Call } = {
      accept: kept(),
      "accept-2MiB": kept(),
      "accept-new-connection": async (target, client) => {
        const connection = this.#connect(this.#sender(client));
        try {
          return await this.#send(target, client, bytes, connection);
        } finally {
          connection.close();
        }
      },
      "fill-inbox": kept(this.#reader),
      list: async (target, client) => (await this.#page(target, client, "limit=100")).length,
      "list-all": (target, client) => this.#listAll(target, client),
      "download-receipt": (target, client) => this.#receive(target, client),
    };
    return calls[name];
  }

  async #send(
    target: Target,
    client: number,
    bytes: number,
    connection: Connection,
    to = this.#sender(client + 1),
  ): Promise<number> {
    const sender = this.#sender(client);
    const sealed = this.#sealedOf(bytes);
    const id = newId();
    const answer = await asked(connection, `${target.url}/v1/messages/${id}?to=${to.number}`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${sender.token}`,
        "content-type": "application/pkcs7-mime",
        "content-digest": `sha-256=:${Buffer.from(sealed.sealedSha256, "hex").toString("base64")}:`,
      },
      body: sealed.sealed as Uint8Array<ArrayBuffer>,
    });
    if (!target.bare && to !== this.#reader && bytes < 1_000_000) {
      const waiting = this.#waiting.get(to.number) ?? [];
      waiting.push({ id, from: sender.number, sealed });
      this.#waiting.set(to.number, waiting);
    }
    return answer.length;
  }

  async #listAll(target: Target, client: number): Promise<number> {
    let bytes = 0;
    for (let after = ""; ; ) {
      const answer = await this.#page(target, client, `limit=${limits.listPage}${after}`);
      bytes += answer.length;
      const { next } = JSON.parse(answer.toString()) as { readonly next: string | null };
      if (next === null) return bytes;
      after = `&after=${next}`;
    }
  }

  #page(target: Target, client: number, page: string): Promise<Buffer> {
    const url = `${target.url}/v1/messages?box=received&waiting=true&${page}`;
    return asked(this.#connection(target, client, this.#reader), url, {
      method: "GET",
      headers: {
        authorization: `Bearer ${this.#reader.token}`,
        "x-answer-bytes": String(target.answerBytes),
      },
    });
  }

  async #receive(target: Target, client: number): Promise<number | "nothing-left"> {
    // Whom the client of the same place sends to.
    const place = client + 1;
    const receiver = this.#sender(place);
    const waiting = this.#waiting.get(receiver.number);
    // From a server that does nothing, the same one is taken again and again.
    const message = target.bare ? waiting?.[0] : waiting?.shift();
    if (!message) return "nothing-left";
    const { id, from, sealed } = message;
    const connection = this.#connection(target, place);
    const authorization = `Bearer ${receiver.token}`;
    const content = await asked(connection, `${target.url}/v1/messages/${id}/content`, {
      method: "GET",
      headers: { authorization, "x-answer-bytes": String(target.answerBytes) },
    });
    const sha256 = createHash("sha256").update(content).digest("hex");
    if (!target.bare && sha256 !== sealed.sealedSha256) {
      throw new Error(`other bytes of ${id}`);
    }
    const receipt = signReceipt(
      {
        type: "opened",
        id,
        from,
        to: receiver.number,
        sealedSha256: sealed.sealedSha256,
        signedSha256: sealed.signedSha256,
        at: new Date().toISOString(),
      },
      signerOf(receiver),
    );
    await asked(connection, `${target.url}/v1/messages/${id}/opened`, {
      method: "PUT",
      headers: { authorization, "content-type": "application/pkcs7-signature" },
      body: receipt as Uint8Array<ArrayBuffer>,
    });
    return content.length;
  }

  #sender(client: number): LoadOffice {
    const office = this.#senders[client % this.#senders.length];
    if (!office) throw new Error("no offices");
    return office;
  }

  #connection({ url }: Target, client: number, office = this.#sender(client)): Connection {
    const key = `${url} ${office.number} ${client}`;
    const connection = this.#kept.get(key) ?? this.#connect(office);
    this.#kept.set(key, connection);
    return connection;
  }

  #connect({ key, certificate }: LoadOffice): Connection {
    return httpsFetch({ authority: this.#parties.authorities.join("\n"), key, certificate });
  }

  /** One of this size for all calls: sealing is not what is measured, and the centre cannot tell. */
  #sealedOf(bytes: number): Sealed {
    const known = this.#sealed.get(bytes);
    if (known) return known;
    const from = this.#sender(0);
    const to = this.#sender(1);
    const made = sealParcel(
      {
        id: newId(),
        from: from.number,
        to: to.number,
        madeAt: new Date().toISOString(),
        // What stands around the content takes about 2,600 bytes.
        files: [{ name: "UPPLAN.CSV", bytes: randomBytes(Math.max(100, bytes - 2_600)) }],
      },
      {
        signer: signerOf(from),
        recipients: [to.certificate],
        authorities: this.#parties.authorities.map((pem) => parseCertificate(pem)),
      },
    );
    this.#sealed.set(bytes, made);
    return made;
  }
}

const signers = new Map<string, Signer>();

function signerOf({ number, key, certificate }: LoadOffice): Signer {
  const signer = signers.get(number) ?? { key: importPrivateKey(key).privateKey, certificate };
  signers.set(number, signer);
  return signer;
}

/** Asks again, as offices do, where the centre holds all the bytes it wants to hold. The wait counts as part of the call. */
async function asked(
  connection: Connection,
  url: string,
  init: Parameters<Connection>[1],
): Promise<Buffer> {
  for (;;) {
    const answer = await connection(url, init);
    const body = Buffer.from(await answer.arrayBuffer());
    if (answer.status < 300) return body;
    const seconds = Number(answer.headers.get("retry-after"));
    if (answer.status !== 503 || !(seconds > 0)) {
      throw new Error(`${answer.status} ${body.toString()}`);
    }
    await pause(seconds * 1000);
  }
}
