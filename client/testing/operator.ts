import { createAuthority } from "@tsunagi/sealing";
import { addIssuer, readAuthorities } from "../../center/certificates/authorities.ts";
import { approveRequest, listPending, refuseRequest } from "../../center/certificates/decide.ts";
import { writeKeyFile } from "../../center/certificates/files.ts";
import { keyPlace } from "../../center/certificates/keys.ts";
import { openPool, type Sql } from "../../center/database/pool.ts";
import type { TestPlace } from "../../center/testing/databases.ts";
import type { Network } from "./network.ts";

/** Before a centre's first start: one authority that is root and issuer, as centres had them once. */
export async function singleAuthority(place: TestPlace): Promise<void> {
  const year = 365 * 86_400_000;
  const notBefore = new Date(Date.now() - 86_400_000);
  const notAfter = new Date(Date.now() + 20 * year);
  const single = await createAuthority({ notBefore, notAfter });
  writeKeyFile(keyPlace(place), "authority", single);
}

/** Has the centre issue with a new issuing authority from now on. */
export async function useNewIssuer(network: Network): Promise<void> {
  const place = keyPlace(network.place);
  const { rootKey } = readAuthorities(place);
  if (rootKey === undefined) throw new Error("the root's key is away");
  await addIssuer(place, rootKey, new Date());
  await network.stopCenter();
  await network.startCenter();
}

/** What the operator says of the one request for a certificate that waits. */
export interface Operator {
  approve(): Promise<void>;
  refuse(reason: string): Promise<void>;
}

export function operatorOf(network: Network): Operator {
  const decide = async (
    decision: (sql: Sql, number: number) => Promise<unknown>,
  ): Promise<void> => {
    const sql = openPool(network.center().databaseUrl, 1);
    try {
      const [request] = await listPending(sql);
      if (request === undefined) throw new Error("nothing waits");
      await decision(sql, request.number);
    } finally {
      await sql.end();
    }
  };
  return {
    approve: () => decide((sql, number) => approveRequest(sql, number, new Date())),
    refuse: (reason) =>
      decide((sql, number) => refuseRequest(sql, { number, reason, at: new Date() })),
  };
}
