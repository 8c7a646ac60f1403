/** `npm run build`: builds the pages that centre (web/dist/site, web/dist/portal, web/dist/check) and client (web/dist/desk) serve. */
import { buildPages } from "../web/build.ts";

await buildPages();
