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
    // Who holds it has its 300 MB beside all else.
    for (const peak of Object.values(peakMb)) expect(peak).toBeLessThan(330);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await place.remove();
  }
});
