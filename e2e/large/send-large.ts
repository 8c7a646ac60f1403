import { join } from "node:path";
import type { TestPlace } from "../../center/testing/databases.ts";
import { startCenterProcess } from "../../center/testing/process.ts";
import { memoryEnvironment } from "../../scripts/pinned-node.mjs";
import { careManagement, homeHelp } from "../month/offices.ts";
import { joinExchange, peakOf, runOffice } from "./offices.ts";
import { sha256Of, writeNoise, writePlan } from "./plan.ts";

/** How a large message went. */
export interface LargeSent {
  /** Of the attachment. */
  readonly bytes: number;
  /** From the command to the centre's receipt, and from the first byte to the receiver's receipt at the centre. */
  readonly seconds: { readonly send: number; readonly receive: number };
  /** Most memory of each process, in MB; the database has its own. */
  readonly peakMb: { readonly centre: number; readonly sender: number; readonly receiver: number };
  /** Whether it came as it was sent, and whether the receiver's evidence is complete. */
  readonly whole: boolean;
  readonly proved: boolean;
}

/**
 * Sends a plan with an attachment of this size from one office to another, each in a process of its own as is the
 * centre, over real sockets. Leaves the files in `folder`.
 */
export async function sendLarge(
  place: TestPlace,
  folder: string,
  bytes: number,
): Promise<LargeSent> {
  const center = await startCenterProcess({ ...place, environment: memoryEnvironment });
  try {
    const sender = await joinExchange(center, join(folder, "sender"), careManagement);
    const receiver = await joinExchange(center, join(folder, "receiver"), homeHelp);
    const files = await writePlan(folder);
    const attachment = join(folder, "図面.pdf");
    const sha256 = await writeNoise(attachment, bytes);

    const sent = await runOffice(sender, ...files, attachment);
    const received = await runOffice(receiver);
    const [id = ""] = sent.messageIds;
    const delivered = join(receiver, "received", id, "図面.pdf");
    return {
      bytes,
      seconds: { send: sent.seconds, receive: received.seconds },
      peakMb: {
        centre: peakOf(center.pid),
        sender: sent.peakMb,
        receiver: received.peakMb,
      },
      whole: received.messageIds.includes(id) && (await sha256Of(delivered)) === sha256,
      proved: received.proved,
    };
  } finally {
    await center.end("SIGTERM");
  }
}
