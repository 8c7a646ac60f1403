import { careUserRoutes } from "./care-users.ts";
import { draftRoutes } from "./drafts.ts";
import { messageRoutes } from "./messages.ts";
import { deskPersonRoutes } from "./persons.ts";
import { serviceCodeRoutes } from "./service-codes.ts";
import { settingsRoutes } from "./settings.ts";
import { setupRoutes } from "./setup.ts";
import { trayRoutes } from "./tray.ts";

export * from "./care-users.ts";
export * from "./drafts.ts";
export * from "./errors.ts";
export * from "./messages.ts";
export * from "./persons.ts";
export * from "./service-codes.ts";
export * from "./settings.ts";
export * from "./setup.ts";
export * from "./tray.ts";

/** Every route between the desk's page and the client on the same machine. */
export const deskRoutes = {
  ...setupRoutes,
  ...trayRoutes,
  ...messageRoutes,
  ...draftRoutes,
  ...careUserRoutes,
  ...serviceCodeRoutes,
  ...deskPersonRoutes,
  ...settingsRoutes,
};
export type DeskRoutes = typeof deskRoutes;
