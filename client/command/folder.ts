import { homedir } from "node:os";
import { join } from "node:path";

/** Where an office's folder is when nothing else is said: the place the system has for programs' data. */
export function usualFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === "win32") {
    return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "tsunagi");
  }
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "tsunagi");
  return join(environment["XDG_DATA_HOME"] || join(homedir(), ".local", "share"), "tsunagi");
}
