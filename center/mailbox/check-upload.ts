import { createHash } from "node:crypto";
import { inspectSealedHead, SealingError } from "@tsunagi/sealing";
import type { Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { at } from "../failure-point.ts";
import { readRows } from "./chunks.ts";
import { abandonUpload, type UploadRow } from "./uploads.ts";

/**
 * Reads all bytes of an upload as they lie on disk. Where they are not those that were announced they cannot become so
 * any more, as no chunk is replaced: the upload is given up, and the client begins anew.
 *
 * @throws Refusal `message-not-sealed`, `digest-mismatch`
 */
export async function requireSealedAsAnnounced(sql: Sql, upload: UploadRow): Promise<void> {
  const hash = createHash("sha256");
  let first = true;
  for await (const bytes of readRows(sql, { ...upload, storedAt: upload.begunAt })) {
    // The first row holds the head of any message.
    if (first) requireSealed(bytes, upload.size);
    first = false;
    hash.update(bytes);
    at("complete-row-checked");
  }
  if (hash.digest("hex") === upload.sha256) return;
  await abandonUpload({ sql }, upload.id, upload.from);
  throw new Refusal("digest-mismatch");
}

function requireSealed(head: Uint8Array, size: number): void {
  try {
    inspectSealedHead(head, size);
  } catch (cause) {
    if (cause instanceof SealingError) throw new Refusal("message-not-sealed", { cause });
    throw cause;
  }
}
