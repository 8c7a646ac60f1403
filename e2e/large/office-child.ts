// An office as a process of its own: sends files, or receives what waits; then says how it went and what memory it took.
import { openEngine } from "@tsunagi/client";
import { readGivenFiles } from "../../client/command/given-files.ts";

/** What the process says at its end, as one line of JSON. */
export interface Said {
  readonly messageIds: readonly string[];
  /** Of sending and receiving alone. */
  readonly seconds: number;
  /** Whether the evidence of each message is complete; of the sender only after its receiver opened it. */
  readonly proved: boolean;
  /** Most memory of the whole process, in MB. */
  readonly peakMb: number;
}

/** On a busy machine the centre may need longer for its receipt than the line bears silence; the next try gets it. */
const mostTries = 5;

const [folder = "", ...files] = process.argv.slice(2);
const engine = await openEngine({ folder });
const begun = performance.now();
const messageIds = files.length > 0 ? await send() : (await engine.fetchNow()).received;
const seconds = (performance.now() - begun) / 1000;
const states = await Promise.all(messageIds.map((id) => engine.evidence(id)));
await engine.close();
const said: Said = {
  messageIds,
  seconds,
  proved: states.every(({ proved }) => proved),
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(said));

async function send(): Promise<readonly string[]> {
  const { messageIds: made } = await engine.sendFiles(readGivenFiles(files));
  for (let tries = 0; tries < mostTries; tries++) {
    await engine.sendNow();
    const left = made.map((id) => engine.message(id)).find(({ station }) => station === "made");
    if (left === undefined) return made;
    if (left.trouble?.retrying !== true) throw new Error(left.trouble?.message ?? "not sent");
  }
  throw new Error(`not sent in ${mostTries} tries`);
}
