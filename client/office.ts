import type { CertificateInfo } from "@tsunagi/sealing";
import type { Changes } from "./changes.ts";
import type { Store } from "./store/store.ts";

/** What every subject of the app stands on: the store, the clock, whom to trust, and whom to tell of changes. */
export interface Office {
  readonly store: Store;
  readonly now: () => Date;
  readonly changes: Changes;
  /** The authority's certificates that were configured; nothing else is trusted. */
  readonly authorities: readonly CertificateInfo[];
  /** Told of failures nobody foresaw, for the log; never with personal data. */
  readonly report: (error: unknown) => void;
  /** Opens the private keys in the folder; undefined when they are kept without a passphrase. */
  readonly keyPassphrase: string | undefined;
}
