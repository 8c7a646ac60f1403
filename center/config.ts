import type { limits } from "@tsunagi/contract";
import type { MailConfig } from "./notices/postman.ts";

/** The limits of the contract, as this centre has set them. */
export type Limits = { readonly [K in keyof typeof limits]: number };

/** Who lets an office have its certificate: `operator`: each is looked at by a person first. */
export type CertificateApproval = "automatic" | "operator";

/** How a centre is started. Only `dataFolder` must be said. */
export interface CenterConfig {
  /** Holds the authority's keys and, without `databaseUrl`, the database. Made when there is none. */
  readonly dataFolder: string;
  /** A PostgreSQL server, 15 or later (`postgres://…`); without it the centre runs its own. */
  readonly databaseUrl?: string;
  /** Address of the exchange's door; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Port of the exchange's door (TLS 1.3, client certificates); 0 or none: a free one. */
  readonly exchangePort?: number;
  /** Address of the web door; beyond loopback it needs `webTls` or `behindProxy`. */
  readonly webHost?: string;
  readonly webPort?: number;
  /** PEM of a certificate (with its chain) and key that browsers trust, for the web door. */
  readonly webTls?: { readonly certificate: string; readonly key: string };
  /** A proxy before the web door ends TLS and says in X-Forwarded-For who asks. */
  readonly behindProxy?: boolean;
  /** Names and addresses that clients know the exchange by, besides localhost; they stand in its TLS certificate. */
  readonly hostNames?: readonly string[];
  /** The built pages, served on the web door: its folders `site`, `portal` and `check`, each under its name. */
  readonly pagesFolder?: string;
  /** Encrypts the keys under `dataFolder`/authority. */
  readonly authorityPassphrase?: string;
  /**
   * Where anybody reaches the web door (`http://` or `https://`): stands in the certificates of offices, so that it can be
   * asked there whether one was revoked (CRL, OCSP). Without it they name no place.
   */
  readonly statusUrl?: string;
  /** Who lets an office have its certificate: `automatic` unless told; `operator`: a person, by `certificate approve`. */
  readonly certificateApproval?: CertificateApproval;
  /** Port of the operator's door, which serves `/metrics` in plain HTTP; none unless told, 0: a free one. */
  readonly metricsPort?: number;
  /** Address of the operator's door; 127.0.0.1 unless told. */
  readonly metricsHost?: string;
  /** Without it nobody is told by e-mail. */
  readonly mail?: MailConfig;
  /** Days after which the office account's password (事業所ユーザ) must be changed; never unless told, as with 0. */
  readonly passwordDays?: number;
  /** Where the operator puts the files of the product; `downloads` in `dataFolder` unless told. */
  readonly downloadsFolder?: string;
  /** How the help desk is reached, as the support site and desks say it: plain words, and that site's address. */
  readonly helpDesk?: {
    readonly telephone?: string;
    readonly hours?: string;
    readonly site?: string;
  };
  readonly clock?: () => Date;
  readonly limits?: Partial<Limits>;
  readonly log?: LogLevel;
  /** How many messages one statement stores, hands out or confirms at most; 32 unless told. Measurements set it. */
  readonly messagesTogether?: number;
  /** Seconds between two signs of life on a stream of events; 20 unless told. */
  readonly heartbeatSeconds?: number;
  /** Seconds after which a request says that its work goes on, instead of waiting for the end; 10 unless told. */
  readonly answerWithinSeconds?: number;
}

export type LogLevel = "silent" | "fatal" | "error" | "warn" | "info" | "debug";
