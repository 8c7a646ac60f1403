import type { Session } from "@tsunagi/contract/exchange";
import type { Office } from "../office.ts";

export type PersonView = Session["person"];

/** A login as the store keeps it, over the end of the program. */
export interface KeptLogin {
  readonly refreshToken: string;
  readonly refreshExpiresAt: string;
  readonly person: PersonView;
}

/** The login that was kept, unless its eight hours are over. */
export function readLogin({ store, now }: Office): KeptLogin | undefined {
  const row = store.sql.get`SELECT refresh_token, refresh_expires_at, person_json FROM session
    WHERE refresh_expires_at > ${now().toISOString()}`;
  if (row === undefined) return undefined;
  return {
    refreshToken: String(row["refresh_token"]),
    refreshExpiresAt: String(row["refresh_expires_at"]),
    person: JSON.parse(String(row["person_json"])) as PersonView,
  };
}

/** @param refreshExpiresAt by the clock of this machine */
export function keepLogin(
  { store }: Office,
  { refreshToken, person }: Session,
  refreshExpiresAt: string,
): void {
  store.sql.run`INSERT INTO session (only, refresh_token, refresh_expires_at, person_json)
    VALUES (1, ${refreshToken}, ${refreshExpiresAt}, ${JSON.stringify(person)})
    ON CONFLICT (only) DO UPDATE SET refresh_token = excluded.refresh_token,
      refresh_expires_at = excluded.refresh_expires_at, person_json = excluded.person_json`;
}

export function forgetLogin({ store }: Office): void {
  store.sql.run`DELETE FROM session`;
}
