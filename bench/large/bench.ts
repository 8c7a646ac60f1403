import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { embeddedPlace } from "../../center/testing/databases.ts";
import { type LargeSent, sendLarge } from "../../e2e/large/send-large.ts";

const usualMegabytes = 1000;

/** `npm run bench -- large [--json] [--megabytes N]`: one message of 1 GB from office to office. */
export async function benchLarge(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean" }, megabytes: { type: "string" } },
  });
  const bytes = Number(values.megabytes ?? usualMegabytes) * 1_000_000;
  const place = embeddedPlace();
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-large-"));
  try {
    const sent = await sendLarge(place, folder, bytes);
    if (!sent.whole || !sent.proved) throw new Error("it did not come whole, or without evidence");
    console.log(values.json === true ? JSON.stringify(sent) : described(sent));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await place.remove();
  }
}

function described({ bytes, seconds, peakMb }: LargeSent): string {
  return [
    `${bytes / 1_000_000} MB: sent in ${seconds.send.toFixed(1)} s, received in ${seconds.receive.toFixed(1)} s`,
    `most memory: centre ${peakMb.centre.toFixed(0)} MB, sender ${peakMb.sender.toFixed(0)} MB, receiver ${peakMb.receiver.toFixed(0)} MB`,
  ].join("\n");
}
