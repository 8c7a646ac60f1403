import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "./cms/sign.ts";
import { exportPrivateKey, signReceipt } from "./index.ts";
import { openSealed } from "./open.ts";
import {
  aroundToday,
  longAroundToday,
  makeNetwork,
  type Network,
  noon,
} from "./testing/offices.ts";
import { openWorkshop, type Workshop } from "./testing/openssl.ts";
import { expected, parcel, seal } from "./testing/parcels.ts";

const readme = readFileSync(join(import.meta.dirname, "README.md"), "utf8");

/** The commands of the README's block that begins with `# name`, as a script. */
function script(name: string): string {
  const block = new RegExp(`\`\`\`sh\n# ${name}\n([^]*?)\`\`\``).exec(readme)?.[1];
  if (block === undefined) throw new Error(`no block "${name}"`);
  return `set -e\nexport SIGNED_AT=${noon.getTime() / 1000 + 60}\n${block}`;
}

function put(shop: Workshop, { authority, receiver, sender }: Network): void {
  shop.put("ca.pem", authority.certificate);
  shop.put("receiver.pem", receiver.certificate);
  shop.put("receiver.key", exportPrivateKey(receiver.key));
  shop.put("sender.pem", sender.certificate);
  shop.put("sender.key", exportPrivateKey(sender.key));
}

let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

describe("the README's commands", () => {
  test("open a message", () => {
    const shop = openWorkshop();
    put(shop, network);
    shop.put("sealed.der", seal(network).sealed);
    shop.run("env", "LC_ALL=C.UTF-8", "sh", "-c", script("open"));
    for (const { name, bytes } of parcel.files) {
      expect(Buffer.compare(shop.get(`parcel/files/${name}`), bytes), name).toBe(0);
    }
  });

  test("check receipts, and fail with those of another message", () => {
    const shop = openWorkshop();
    put(shop, network);
    const { sealed, sealedSha256, signed, signedSha256 } = seal(network);
    const fields = { ...expected, sealedSha256, at: "2026-11-20T03:00:01.000Z" };
    shop.put("sealed.der", sealed);
    shop.put("signed.der", signed);
    shop.put(
      "accepted.der",
      signReceipt({ type: "accepted", ...fields, size: sealed.length }, network.center),
    );
    shop.put(
      "opened.der",
      signReceipt({ type: "opened", ...fields, signedSha256 }, network.receiver),
    );
    expect(shop.attempt("sh", "-c", script("check")).status).toBe(0);
    shop.put("sealed.der", seal(network).sealed);
    expect(shop.attempt("sh", "-c", script("check")).status).not.toBe(0);
  });

  test("seal a message that we open", async () => {
    const today = await makeNetwork(aroundToday, longAroundToday);
    const shop = openWorkshop();
    put(shop, today);
    const bytes = Buffer.from("1,2,3\r\n");
    const files = [{ name: "a.csv", size: bytes.length, sha256: sha256Hex(bytes) }];
    const { id, from, to, madeAt } = parcel;
    shop.run("mkdir", "files");
    shop.put("files/a.csv", bytes);
    shop.put(
      "manifest.json",
      JSON.stringify({ format: "tsunagi-parcel/1", id, from, to, madeAt, files }),
    );
    shop.run("sh", "-c", script("seal"));
    const { authorities, receiver } = today;
    const opened = openSealed(shop.get("sealed.der"), { keys: [receiver], authorities, expected });
    expect(opened.parcel.files.map(({ name }) => name)).toEqual(["a.csv"]);
  });
});
