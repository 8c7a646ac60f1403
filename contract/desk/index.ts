import { draftRoutes } from "./drafts.ts";
import { messageRoutes } from "./messages.ts";
import { setupRoutes } from "./setup.ts";
import { trayRoutes } from "./tray.ts";

export * from "./drafts.ts";
export * from "./errors.ts";
export * from "./messages.ts";
export * from "./setup.ts";
export * from "./tray.ts";

/** Every route between the desk's page and the client on the same machine. */
export const deskRoutes = { ...setupRoutes, ...trayRoutes, ...messageRoutes, ...draftRoutes };
export type DeskRoutes = typeof deskRoutes;
