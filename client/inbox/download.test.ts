import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCaller, type FetchLike } from "@tsunagi/contract";
import { exchangeRoutes, type Message } from "@tsunagi/contract/exchange";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../store/store.ts";
import { sweepSpool } from "../store/stored-bytes.ts";
import { downloadToSpool, dropDownloads } from "./download.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tsunagi-download-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new Uint8Array(randomBytes(3_500_000));
const office = { number: "1370000011", name: "つなぎ居宅介護支援事業所" };
const message: Message = {
  id: "019aaaaa-0000-7000-8000-000000000001",
  from: office,
  to: office,
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  station: "accepted",
  stations: [],
  expiresAt: "2027-01-01T00:00:00.000Z",
  refusal: null,
};

/** A centre that serves parts of the content, as often as it is told, and notes where each began. */
function centreWith(content: Uint8Array, served = Number.POSITIVE_INFINITY) {
  const begun: number[] = [];
  const fetch: FetchLike = (_url, { headers }) => {
    if (begun.length >= served) return Promise.reject(new Error("試験"));
    const [, first = "", last = ""] = /^bytes=(\d+)-(\d+)$/.exec(headers["range"] ?? "") ?? [];
    begun.push(Number(first));
    const part = content.slice(Number(first), Number(last) + 1);
    return Promise.resolve(new Response(part, { status: 206 }));
  };
  const call = createCaller(exchangeRoutes, { baseUrl: "https://centre.example", fetch });
  return {
    begun,
    session: { authorized: <T>(work: (c: typeof call) => Promise<T>) => work(call) },
  };
}

const spooled = (): string[] => readdirSync(join(folder, "spool"));

describe("the download of a large message", () => {
  it("goes on behind what has come when the line broke and the program was started anew", async () => {
    const first = openStore(folder);
    const broken = centreWith(bytes, 2);
    await expect(downloadToSpool(first, broken.session, message)).rejects.toMatchObject({
      code: "unreachable",
    });
    first.close();

    const store = openStore(folder);
    const { begun, session } = centreWith(bytes);
    const { name, size, sha256 } = await (await downloadToSpool(store, session, message)).keep();
    store.close();

    expect(begun[0]).toBe(2 * 1024 * 1024);
    expect({ size, sha256 }).toEqual({ size: message.size, sha256: message.sha256 });
    expect(readFileSync(join(folder, "spool", name)).equals(bytes)).toBe(true);
  });

  it("begins anew when what came is not what the centre accepted", async () => {
    const store = openStore(folder);
    const wrong = Uint8Array.from(bytes);
    wrong[5] = (wrong[5] ?? 0) ^ 1;
    await downloadToSpool(store, centreWith(wrong, 3).session, message).catch(() => undefined);
    const { begun, session } = centreWith(bytes);
    const { keep } = await downloadToSpool(store, session, message);
    expect(begun[0]).toBe(3 * 1024 * 1024);
    expect(begun).toContain(0);
    const { name } = await keep();
    expect(readFileSync(join(folder, "spool", name)).equals(bytes)).toBe(true);
    store.close();
  });

  it("leaves nothing of a message that does not wait any more, nor of what no record names", async () => {
    const store = openStore(folder);
    await downloadToSpool(store, centreWith(bytes, 1).session, message).catch(() => undefined);
    dropDownloads(store, [message]);
    expect(spooled()).toEqual([`${message.id}.download`]);
    dropDownloads(store, []);
    expect(spooled()).toEqual([]);

    const file = store.spool.begin("unnamed");
    await file.write(bytes);
    await file.finish();
    store.spool.begin("unfinished");
    store.close();
    const again = openStore(folder);
    sweepSpool(again);
    expect(spooled()).toEqual([]);
    again.close();
  });
});
