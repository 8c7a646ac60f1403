import { sha256OfSource, sourceOf } from "@tsunagi/sealing";
import { readSigned, readSignedStream } from "@tsunagi/sealing/open";
import { ClientError } from "../errors.ts";
import { contentOf, type FileContent } from "../file-content.ts";
import type { Office } from "../office.ts";
import type { StoredFile } from "../store/message-files.ts";
import { readProof } from "../store/proofs.ts";
import { findDelivered } from "./deliver-files.ts";

/**
 * A received file as it was sent: from its folder, or, where it was moved or altered there since, out of what the sender
 * signed.
 * @throws ClientError `content-lost`
 */
export async function readReceivedFile(
  office: Office,
  id: string,
  file: StoredFile,
): Promise<FileContent> {
  const delivered = findDelivered(office, id, file.name);
  if (delivered !== undefined && (await sha256OfSource(delivered)) === file.sha256) {
    return contentOf(delivered);
  }
  const signed = readProof(office.store, id, "signed");
  if (signed === undefined) throw new ClientError("content-lost");
  const options = { authorities: office.authorities, at: office.now(), expected: { id } };
  if (signed instanceof Uint8Array) {
    const { parcel } = readSigned(signed, options);
    const found = parcel.files.find(({ name }) => name === file.name);
    if (found === undefined) throw new ClientError("content-lost");
    return contentOf(sourceOf(found.bytes));
  }
  const { parcel, read } = await readSignedStream(office.store.spool.read(signed), options);
  const found = parcel.files.find(({ name }) => name === file.name);
  if (found === undefined) throw new ClientError("content-lost");
  return { size: found.size, read: () => read(found) };
}
