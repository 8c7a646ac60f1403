import type { Store } from "./store.ts";

/** The parts of a message's evidence: as sealed, as signed inside, the centre's receipt, the receiver's receipt. */
export type ProofPart = "sealed" | "signed" | "accepted" | "opened";

/** Keeps a part of the evidence; the first one kept stays. */
export function keepProof({ sql }: Store, id: string, part: ProofPart, bytes: Uint8Array): void {
  sql.run`INSERT OR IGNORE INTO proof (message_id, part, bytes) VALUES (${id}, ${part}, ${bytes})`;
}

export function readProof({ sql }: Store, id: string, part: ProofPart): Uint8Array | undefined {
  const row = sql.get`SELECT bytes FROM proof WHERE message_id = ${id} AND part = ${part}`;
  return row?.["bytes"] instanceof Uint8Array ? row["bytes"] : undefined;
}
