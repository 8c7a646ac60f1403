import { CallError } from "@tsunagi/contract";
import type { Message } from "@tsunagi/contract/exchange";
import { type Source, sha256OfSource } from "@tsunagi/sealing";
import type { Session } from "../session/session.ts";
import { openGrowingFile } from "../store/growing-file.ts";
import type { Spooled } from "../store/spool.ts";
import type { Store } from "../store/store.ts";
import { downloadSuffix } from "../store/stored-bytes.ts";

/** Asked for at a time; what came of a part that broke off is asked for again. */
const partBytes = 1024 * 1024;

/** A large message that has come whole, in the spool. */
export interface Downloaded extends Source {
  /** Makes it a file that a record may name. */
  keep(this: void): Promise<Spooled>;
}

/**
 * Downloads a large message into the spool. What has come stays there when the line breaks or the program ends, and the
 * next call goes on behind it. Bytes that are not those the centre accepted are fetched once more.
 */
export async function downloadToSpool(
  { spool }: Store,
  session: Pick<Session, "authorized">,
  { id, size, sha256 }: Message,
): Promise<Downloaded> {
  const file = openGrowingFile(spool.path(id + downloadSuffix));
  const fetchRest = async (): Promise<void> => {
    if (file.size > size) file.clear();
    while (file.size < size) {
      const range = { first: file.size, last: Math.min(file.size + partBytes, size) - 1 };
      const part = await session.authorized((call) => call.download({ params: { id } }, { range }));
      if (part.length !== range.last - range.first + 1) {
        throw new CallError("answer-unexpected", "a part of another length");
      }
      file.append(part);
    }
  };
  await fetchRest();
  if ((await sha256OfSource(file)) !== sha256) {
    file.clear();
    await fetchRest();
  }
  return {
    size,
    read: (from, to) => file.read(from, to),
    async keep() {
      const name = `${id}.sealed`;
      await file.finish(spool.path(name));
      return { name, size, sha256 };
    },
  };
}

/** Removes what has come of messages that do not wait any more. */
export function dropDownloads({ spool }: Store, waiting: readonly Pick<Message, "id">[]): void {
  const names = new Set(waiting.map(({ id }) => id + downloadSuffix));
  spool.sweep((name) => !name.endsWith(downloadSuffix) || names.has(name));
}
