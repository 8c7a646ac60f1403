import { defineConfig } from "vitest/config";

const everywhere = { exclude: ["**/node_modules/**", "**/dist/**"], pool: "forks" as const };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...everywhere,
          name: "unit",
          include: [
            "{standard,forms,sealing,contract,center,client,web,scripts,samples}/**/*.test.{ts,tsx}",
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "whole-path",
          include: ["e2e/**/*.test.ts"],
          exclude: [...everywhere.exclude, "e2e/browser/**", "e2e/standby/**"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "browser",
          include: ["e2e/browser/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: "standby",
          include: ["e2e/standby/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
