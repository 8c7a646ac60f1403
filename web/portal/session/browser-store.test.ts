import { expect, it } from "vitest";
import { forgetBrowser, rememberedBrowser, storeBrowser } from "./browser-store.ts";

it("keeps what the centre remembers a browser by, for each office by itself", () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  storeBrowser(store, "KJ131300000001", "b1");
  expect(rememberedBrowser(store, "KJ131300000001")).toBe("b1");
  expect(rememberedBrowser(store, "KJ131300000002")).toBeUndefined();
  forgetBrowser(store, "KJ131300000001");
  expect(rememberedBrowser(store, "KJ131300000001")).toBeUndefined();
});
