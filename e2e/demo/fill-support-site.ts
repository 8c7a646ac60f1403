import { join } from "node:path";
import { runCenterCommand } from "../../center/testing/process.ts";
import { projectFolder } from "../../scripts/pinned-node.mjs";

/** Puts made-up care software and news on the support site, as an operator does: by command, while the centre runs. */
export async function fillSupportSite(dataFolder: string): Promise<void> {
  const software = join(projectFolder, "e2e/demo/care-software.csv");
  await run(dataFolder, "software", "load", software);
  await run(dataFolder, "news", "add", "--title", "デモへようこそ", "--text", welcome);
}

const welcome =
  "このお知らせと介護ソフト一覧は、見本です。\n運営者は tsunagi-center news add と software load で入れ替えます。";

async function run(dataFolder: string, ...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runCenterCommand({ dataFolder }, ...args);
  if (code !== 0) throw new Error(stderr);
}
