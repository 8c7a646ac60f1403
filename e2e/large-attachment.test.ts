import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { embeddedPlace } from "../center/testing/databases.ts";
import { startCenterProcess } from "../center/testing/process.ts";
import { type DeskProcess, startDeskProcess } from "./large/desk-process.ts";
import { joinExchange, runOffice } from "./large/offices.ts";
import { sha256Of, writeNoise, writePlan } from "./large/plan.ts";
import { careManagement, homeHelp } from "./month/offices.ts";

const megabytes = 150;

it("an attachment goes from the desk's page onto the tray and to its receiver, and the desk never holds it", async () => {
  const place = embeddedPlace();
  const folder = await mkdtemp(join(tmpdir(), "tsunagi-attachment-"));
  const center = await startCenterProcess(place);
  const sender = await joinExchange(center, join(folder, "sender"), careManagement);
  const receiver = await joinExchange(center, join(folder, "receiver"), homeHelp);
  const desk = await startDeskProcess(sender, await somePages(folder));
  try {
    for (const path of await writePlan(folder)) await desk.putFile(path);
    const before = desk.peakMb();
    const drawing = join(folder, "図面.pdf");
    const sha256 = await writeNoise(drawing, megabytes * 1_000_000);

    const id = await sendWith(desk, drawing);

    // Sending takes some 50 MB however large it is; who holds it has its 150 MB besides.
    expect(desk.peakMb() - before).toBeLessThan(megabytes);
    expect((await runOffice(receiver)).messageIds).toEqual([id]);
    expect(await sha256Of(join(receiver, "received", id, "図面.pdf"))).toBe(sha256);
  } finally {
    await desk.end();
    await center.end("SIGTERM");
    await rm(folder, { recursive: true, force: true });
    await place.remove();
  }
});

/** Attaches the file to the set on the tray and sends it. @returns the id, once the centre has accepted it */
async function sendWith(desk: DeskProcess, attachment: string): Promise<string> {
  const { sets, strays } = await desk.putFile(attachment);
  const [setId = ""] = sets.map((set) => set.setId);
  const [fileId = ""] = strays.map((file) => file.fileId);
  await desk.call.attach({ params: { fileId }, body: { setId } });
  const { messageIds } = await desk.call.sendTray({ body: { setIds: [setId] } });
  const [id = ""] = messageIds;
  const deadline = AbortSignal.timeout(120_000);
  for await (const _ of desk.changes(deadline)) {
    const { station } = await desk.call.message({ params: { id } });
    if (station === "accepted") return id;
  }
  throw new Error("the desk has ended");
}

/** Made-up pages, so that no build is needed. */
async function somePages(folder: string): Promise<string> {
  const pages = join(folder, "pages");
  await mkdir(pages);
  await writeFile(join(pages, "index.html"), "<!doctype html><title>つなぎ</title>");
  return pages;
}
