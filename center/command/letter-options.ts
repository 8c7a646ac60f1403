import { type Command, Option } from "commander";
import type { LetterHead } from "../accounts/letter/draw-letters.ts";

export interface HeadOptions {
  readonly portalUrl?: string;
  readonly helpDesk?: string;
}

/** What can be told of every letter. */
export function withHead(command: Command): Command {
  return command
    .addOption(
      new Option("--portal-url <url>", "通知書に書く、利用状況サイトのアドレス").env(
        "TSUNAGI_PORTAL_URL",
      ),
    )
    .option("--help-desk <text>", "通知書に書く、問い合わせ先");
}

export function headOf({ portalUrl, helpDesk }: HeadOptions, issuedAt: Date): LetterHead {
  return {
    issuedAt,
    ...(portalUrl !== undefined && { portalUrl }),
    ...(helpDesk !== undefined && { helpDesk }),
  };
}
