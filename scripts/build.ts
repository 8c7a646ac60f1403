/** `npm run build`: builds the pages that centre and client serve (web/dist/portal, web/dist/desk). */
import { buildPages } from "../web/build.ts";

await buildPages();
