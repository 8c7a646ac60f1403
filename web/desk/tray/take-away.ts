import type { Tray } from "@tsunagi/contract/desk";
import { codeOf } from "../../parts/words/sentence-of.ts";
import { desk } from "../api.ts";

/** Takes files from the tray; the files on the user's disk stay. One that is gone already is no error. */
export async function takeAway(fileIds: readonly string[]): Promise<Tray> {
  for (const fileId of fileIds) {
    await desk.takeFromTray({ params: { fileId } }).catch((error: unknown) => {
      if (codeOf(error) !== "not-found") throw error;
    });
  }
  return desk.tray();
}
