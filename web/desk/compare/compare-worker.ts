/** The worker of a comparison: fetches the files from the app, reads them, and compares them. */

import { answerAsks } from "../../parts/worker/answer-asks.ts";
import { fetchFiles } from "../contents/fetch-files.ts";
import type { CompareAsks } from "./ask.ts";
import { comparePlan, compareResults, withoutPlan } from "./compare-documents.ts";
import { readDocumentsBySet } from "./read-by-set.ts";

answerAsks<CompareAsks>({
  async compare({ as, message, withPartner, withOthers }) {
    const [own, partners] = await Promise.all([read(message), read(withPartner)]);
    if (as === "plan") {
      return {
        comparison: comparePlan(own.documents, partners.documents),
        unread: [...own.unread, ...partners.unread],
      };
    }
    const needsOthers = withoutPlan(own.documents, partners.documents);
    const others = await read(needsOthers ? withOthers : []);
    return {
      comparison: compareResults(own.documents, partners.documents, others.documents),
      unread: [...own.unread, ...partners.unread, ...others.unread],
    };
  },
});

async function read(files: Parameters<typeof fetchFiles>[0]) {
  return readDocumentsBySet(await fetchFiles(files));
}
