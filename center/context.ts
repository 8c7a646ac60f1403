import type { Secrets } from "./accounts/second-factor/secrets.ts";
import type { CenterKeys } from "./certificates/keys.ts";
import type { Limits } from "./config.ts";
import type { BytesPool } from "./database/bytes.ts";
import type { Sql } from "./database/pool.ts";
import type { Meters } from "./meters/meters.ts";
import type { Bell } from "./notices/bell.ts";
import type { Presence } from "./notices/presence.ts";

/** What the subjects of the centre work with. */
export interface Context {
  readonly sql: Sql;
  /** The same database, for statements that carry sealed bytes. */
  readonly bytes: BytesPool;
  readonly clock: () => Date;
  readonly limits: Limits;
  readonly keys: CenterKeys;
  /** What codes and keys of the second factor are kept with. */
  readonly secrets: Secrets;
  /** Whether anybody is told by e-mail. */
  readonly sendsMail: boolean;
  /** Days after which the office account's password must be changed; 0: never. */
  readonly passwordDays: number;
  readonly bell: Bell;
  readonly meters: Meters;
  readonly presence: Presence;
  /** How many messages one statement stores, hands out or confirms at most. */
  readonly messagesTogether: number;
  readonly heartbeatMilliseconds: number;
  /** How long a request waits for work that may take minutes. */
  readonly answerWithinMilliseconds: number;
}
