import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{standard,sealing,contract,center,client,web,scripts}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
