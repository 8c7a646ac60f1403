// Writes docs/rules.md: node standard/scripts/write-rules-document.ts. It is committed; a test holds it to this.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulesDocument } from "../rules/document.ts";

const path = join(import.meta.dirname, "../../docs/rules.md");
writeFileSync(path, await rulesDocument());
console.log("docs/rules.md");
