import type { Store } from "./store.ts";
import { type BytesColumns, columnsOf, type StoredBytes, storedBytesOf } from "./stored-bytes.ts";

/** The parts of a message's evidence: as sealed, as signed inside, the centre's receipt, the receiver's receipt. */
export type ProofPart = "sealed" | "signed" | "accepted" | "opened";

/** Keeps a part of the evidence; the first one kept stays. Inside a transaction when it is spooled. */
export function keepProof(store: Store, id: string, part: ProofPart, proof: StoredBytes): void {
  const { bytes, spooled } = columnsOf(store, proof);
  store.sql.run`INSERT OR IGNORE INTO proof (message_id, part, bytes, spooled)
    VALUES (${id}, ${part}, ${bytes}, ${spooled})`;
}

export function readProof(store: Store, id: string, part: ProofPart): StoredBytes | undefined {
  const row = store.sql.get`SELECT bytes, spooled FROM proof
    WHERE message_id = ${id} AND part = ${part}`;
  return row && storedBytesOf(store, row as unknown as BytesColumns);
}

/** A receipt, of the centre or of the receiver. */
export function readReceipt(
  store: Store,
  id: string,
  part: "accepted" | "opened",
): Uint8Array | undefined {
  const receipt = readProof(store, id, part);
  return receipt instanceof Uint8Array ? receipt : undefined;
}
