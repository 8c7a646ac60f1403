import { describe, expect, it } from "vitest";
import type { SampleFile } from "../sample-file.ts";
import { RegionError } from "./options.ts";
import { region } from "./region.ts";
import { writeRegion } from "./write-region.ts";

const options = { seed: 2, offices: 8, users: 12 };

describe("writing a region", () => {
  it("gives every file in order and tells how much there was", async () => {
    const taken: SampleFile[] = [];
    const size = await writeRegion(options, (file) => {
      taken.push(file);
    });
    expect(taken).toEqual(Array.from(region(options)));
    expect(size).toEqual({
      files: taken.length,
      bytes: taken.reduce((sum, { bytes }) => sum + bytes.length, 0),
    });
  });

  it("makes the next file only when the last one has been taken", async () => {
    let open = 0;
    await writeRegion(options, async () => {
      open += 1;
      expect(open).toBe(1);
      await Promise.resolve();
      open -= 1;
    });
  });

  it("stops where a file cannot be taken", async () => {
    let taken = 0;
    const full = new Error("no room left");
    const written = writeRegion(options, () => {
      taken += 1;
      if (taken === 3) throw full;
    });
    await expect(written).rejects.toBe(full);
    expect(taken).toBe(3);
  });

  it("refuses what is no region before anything is taken", async () => {
    const written = writeRegion({ users: -1 }, () => expect.unreachable());
    await expect(written).rejects.toThrow(RegionError);
  });
});
