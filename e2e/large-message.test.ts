import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { embeddedPlace } from "../center/testing/databases.ts";
import { sendLarge } from "./large/send-large.ts";

it("a message of 300 MB goes from office to office whole, and no process holds it", async () => {
  const place = embeddedPlace();
  const folder = await mkdtemp(join(tmpdir(), "tsunagi-large-"));
  try {
    const { whole, proved, peakMb } = await sendLarge(place, folder, 300_000_000);

    expect({ whole, proved }).toEqual({ whole: true, proved: true });
    // More than half of it is there before the first byte comes.
    expect(peakMb.centre).toBeLessThan(300);
    expect(peakMb.sender).toBeLessThan(200);
    expect(peakMb.receiver).toBeLessThan(200);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await place.remove();
  }
});
