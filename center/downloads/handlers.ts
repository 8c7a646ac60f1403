import { createReadStream } from "node:fs";
import type { downloadRoutes } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Bytes, Handlers } from "../server/handlers.ts";
import { readRange } from "../server/range.ts";
import { noteApplication } from "./applications.ts";
import type { ProductFile, ProductFiles } from "./product-files.ts";

/** 製品ダウンロード: the operator's files with their signatures, and which offices asked for them. */
export function downloadHandlers(
  { sql, clock, keys }: Pick<Context, "sql" | "clock" | "keys">,
  files: ProductFiles,
): Handlers<typeof downloadRoutes> {
  return {
    async downloads() {
      const all = await files.list();
      return {
        files: all.map(({ name, size, sha256, signedAt }) => {
          return { name, size, sha256, signedAt: signedAt.toISOString() };
        }),
        authority: keys.root,
      };
    },

    async applyForDownload({ body }) {
      await noteApplication(sql, body, clock());
      return undefined;
    },

    async downloadFile({ params, range }) {
      return bytesOf(await fileOf(params.name), range);
    },

    async downloadSignature({ params }) {
      const { name, signature } = await fileOf(params.name);
      return {
        size: signature.length,
        headers: { "content-disposition": `attachment; filename="${name}.p7s"` },
        content: signature,
      };
    },
  };

  async function fileOf(name: string): Promise<ProductFile> {
    const file = await files.find(name);
    if (!file) throw new Refusal("not-found");
    return file;
  }
}

function bytesOf({ name, path, size, sha256 }: ProductFile, range: string | undefined): Bytes {
  const part = range === undefined ? undefined : readRange(range, size);
  return {
    size,
    ...(part && { part }),
    headers: { "content-disposition": `attachment; filename="${name}"`, etag: `"${sha256}"` },
    content: createReadStream(path, part && { start: part.first, end: part.last }),
  };
}
