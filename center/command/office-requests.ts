import type { Command } from "commander";
import { type LetterRequest, listLetterRequests } from "../accounts/recovery/requests.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addOfficeRequestsCommand(office: Command): void {
  office
    .command("requests")
    .description(
      "IDやパスワードの再発行を申し込んだ事業所のうち、メールアドレスがなく、通知書を待っているところを表示します。office reissue で発行し直すと消えます",
    )
    .option("--json", "JSONで表示します")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const requests = await withDatabase(placeOf(command), listLetterRequests);
      if (json) console.log(JSON.stringify(requests));
      else for (const one of requests) console.log(lineOf(one));
    });
}

function lineOf({ number, officeId, name, telephone, askedAt }: LetterRequest): string {
  return [askedAt.toISOString(), number, officeId, name, telephone ?? ""].join("\t");
}
