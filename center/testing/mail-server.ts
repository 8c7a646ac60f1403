import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** One mail as the server took it: to whom, and its source. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A mail server on loopback that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  /** What was taken; a test may empty it. */
  readonly taken: TakenMail[];
  /** The first mail that was taken, once there is one. */
  first(): Promise<TakenMail>;
  /** The first of the mails taken that is of this kind, once there is one; it is taken out. */
  next(isOne: (mail: TakenMail) => boolean): Promise<TakenMail>;
  /** From now on every mail is answered with this reply, until it is undefined. */
  refuseWith(code: number | undefined): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const waiting = new Set<() => void>();
  const more = (): Promise<void> => new Promise((resolve) => waiting.add(resolve));
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      done(
        refusal === undefined ? null : Object.assign(new Error("no"), { responseCode: refusal }),
      );
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, source: Buffer.concat(parts).toString("utf8") });
        for (const wake of waiting) wake();
        waiting.clear();
        done();
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    async first() {
      for (;;) {
        const [mail] = taken;
        if (mail) return mail;
        await more();
      }
    },
    async next(isOne) {
      for (;;) {
        const found = taken.findIndex(isOne);
        const [mail] = found < 0 ? [] : taken.splice(found, 1);
        if (mail) return mail;
        await more();
      }
    },
    refuseWith(code) {
      refusal = code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
