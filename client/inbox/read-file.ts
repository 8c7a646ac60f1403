import { createHash } from "node:crypto";
import { readSigned } from "@tsunagi/sealing/open";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { StoredFile } from "../store/message-files.ts";
import { readProof } from "../store/proofs.ts";
import { readDelivered } from "./deliver-files.ts";

/**
 * A received file as it was sent: from its folder, or, where it was moved or altered there since, out of what the sender
 * signed.
 * @throws ClientError `content-lost`
 */
export function readReceivedFile(office: Office, id: string, file: StoredFile): Uint8Array {
  const delivered = readDelivered(office, id, file.name);
  if (delivered !== undefined && sha256(delivered) === file.sha256) return delivered;
  const signed = readProof(office.store, id, "signed");
  if (signed === undefined) throw new ClientError("content-lost");
  const { parcel } = readSigned(signed, {
    authorities: office.authorities,
    at: office.now(),
    expected: { id },
  });
  const found = parcel.files.find(({ name }) => name === file.name);
  if (found === undefined) throw new ClientError("content-lost");
  return found.bytes;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
