import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { limitsPage } from "./limits-page.ts";

it("are written down as they are (docs/limits.md)", async () => {
  const page = new URL("../docs/limits.md", import.meta.url);
  await expect(limitsPage()).toMatchFileSnapshot(fileURLToPath(page));
});
