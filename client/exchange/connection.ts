import { type Caller, createCaller, type FetchLike } from "@tsunagi/contract";
import { type ExchangeRoutes, exchangeRoutes } from "@tsunagi/contract/exchange";
import { Agent, fetch } from "undici";
import client from "../package.json" with { type: "json" };

/** A key and its certificate, as PEM, with which the office shows itself to the centre. */
export interface Identity {
  readonly key: string;
  readonly certificate: string;
}

export interface ConnectionOptions {
  /** Address of the centre's exchange port, without a slash at the end. */
  readonly centre: string;
  /** PEM of the only authorities to trust; those of the machine are not asked. */
  readonly authority: string;
  /** Absent before enrolment, and for the calls of the office account. */
  readonly identity?: Identity;
  readonly token: () => string | undefined;
  /** A line on which nothing comes for so long is taken for dead; the usual unless told. */
  readonly silenceMs?: number | undefined;
  /** Told after each call whether the centre answered. */
  readonly onReached?: (reached: boolean) => void;
}

/** A line to the centre over TLS 1.3. */
export interface Connection {
  readonly call: Caller<ExchangeRoutes>;
  /** A GET whose body is read as it comes. Rejects as `fetch` does. */
  stream(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<StreamAnswer>;
  close(): Promise<void>;
}

export interface StreamAnswer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array> | null;
}

const userAgent = { "user-agent": `tsunagi/${client.version}` };

/** The centre says something every 20 seconds on a stream of events; three times that is silence. */
const usualSilenceMs = 60_000;

/** Opens a line to the centre. Nothing is sent before the first call. */
export function openConnection(options: ConnectionOptions): Connection {
  const silenceMs = options.silenceMs ?? usualSilenceMs;
  const agent = new Agent({
    allowH2: false,
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
    connect: {
      ca: options.authority,
      minVersion: "TLSv1.3",
      timeout: Math.min(silenceMs, 10_000),
      ...(options.identity && { key: options.identity.key, cert: options.identity.certificate }),
    },
  });
  const reachingFetch: FetchLike = async (url, init) => {
    try {
      const headers = { ...init.headers, ...userAgent };
      const answer = await fetch(url, { ...init, headers, dispatcher: agent, redirect: "error" });
      options.onReached?.(true);
      return answer;
    } catch (error) {
      if (init.signal?.aborted !== true) options.onReached?.(false);
      throw error;
    }
  };
  return {
    call: createCaller(exchangeRoutes, {
      baseUrl: options.centre,
      fetch: reachingFetch,
      token: options.token,
    }),
    stream: (path, headers, signal) =>
      fetch(options.centre + path, {
        headers: { ...headers, ...userAgent },
        signal,
        dispatcher: agent,
        redirect: "error",
      }),
    close: () => agent.destroy(),
  };
}
