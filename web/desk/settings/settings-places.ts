import { addressOf } from "../../parts/state/hash-route.ts";

/** 設定, and its pages. */
export const settingsAddress: string = addressOf("settings");
export const takeOutAddress: string = addressOf("settings", "certificate");
export const backupAddress: string = addressOf("settings", "backup");

/** The way back from a page of it. */
export const backToSettings = { href: settingsAddress, label: "設定へ" } as const;
