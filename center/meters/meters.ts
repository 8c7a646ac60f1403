import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Sql } from "../database/pool.ts";
import { namedVersion } from "./client-version.ts";
import { countInDatabase } from "./database-counts.ts";

/** One request as it is counted: never an office, a person, or an address with what was searched. */
export interface AnsweredRequest {
  readonly door: string;
  readonly method: string;
  /** The route's pattern, not the path that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  /** The header of a caller whose certificate or login held. */
  readonly userAgent?: string | undefined;
}

/** The figures of one centre process, for Prometheus. What concerns all processes is counted in the database. */
export interface Meters {
  answered(request: AnsweredRequest): void;
  /** A message was accepted that came in one request, or the answer of then was given again. */
  acceptedDirectly(bytes: number): void;
  /** The same of one that came in chunks; its bytes were counted with them. */
  acceptedFromChunks(): void;
  chunkTaken(bytes: number): void;
  downloaded(bytes: number): void;
  receiptTaken(): void;
  /** @returns what says that the stream has ended */
  streamOpened(): () => void;
  /** The text of Prometheus' exposition format, and its media type. */
  expose(): Promise<{ readonly text: string; readonly mediaType: string }>;
  /** The names of all families of figures. */
  readonly names: readonly string[];
}

/** From a page out of memory to a large message over a slow line. */
const secondsBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function makeMeters(context: { readonly sql: Sql; readonly clock: () => Date }): Meters {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  countInDatabase(registry, context);
  const requests = new Histogram({
    name: "tsunagi_request_seconds",
    help: "Requests by door, method, route and status, and how long they took.",
    labelNames: ["door", "method", "route", "status"] as const,
    buckets: secondsBounds,
    registers,
  });
  const clients = new Counter({
    name: "tsunagi_client_requests_total",
    help: "Requests of clients that were let in, by the version the client names.",
    labelNames: ["version"] as const,
    registers,
  });
  const acceptances = new Counter({
    name: "tsunagi_acceptances_total",
    help: "Messages accepted, answers given again included, by the way they came.",
    labelNames: ["way"] as const,
    registers,
  });
  const chunks = counter("tsunagi_chunks_total", "Chunks of large messages taken in.");
  const bytesIn = counter("tsunagi_received_bytes_total", "Sealed bytes taken in, with chunks.");
  const downloads = counter("tsunagi_downloads_total", "Downloads begun, parts included.");
  const downloadedBytes = counter("tsunagi_downloaded_bytes_total", "Bytes of those downloads.");
  const receipts = counter("tsunagi_receipts_total", "Signed receipts taken in.");
  const streams = new Gauge({
    name: "tsunagi_event_streams",
    help: "Streams of events that are open at this process.",
    registers,
  });
  const versions = namedVersion();

  return {
    answered({ seconds, userAgent, status, ...where }) {
      requests.observe({ ...where, status: String(status) }, seconds);
      if (userAgent !== undefined) clients.inc({ version: versions(userAgent) });
    },
    acceptedDirectly(bytes) {
      acceptances.inc({ way: "direct" });
      bytesIn.inc(bytes);
    },
    acceptedFromChunks: () => acceptances.inc({ way: "chunks" }),
    chunkTaken(bytes) {
      chunks.inc();
      bytesIn.inc(bytes);
    },
    downloaded(bytes) {
      downloads.inc();
      downloadedBytes.inc(bytes);
    },
    receiptTaken: () => receipts.inc(),
    streamOpened() {
      streams.inc();
      return () => streams.dec();
    },
    expose: async () => ({ text: await registry.metrics(), mediaType: registry.contentType }),
    names: registry.getMetricsAsArray().map(({ name }) => name),
  };

  function counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers });
  }
}
