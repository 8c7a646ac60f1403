import type { DeskMessage } from "@tsunagi/contract/desk";
import { type FileKind, readFileName } from "@tsunagi/standard";
import { fileAddress } from "../api.ts";
import type { NamedFile } from "../contents/ask.ts";
import type { ComparedAs, CompareRequest } from "./ask.ts";

const planKinds: readonly FileKind[] = ["UPPLAN", "UPSIKYU", "UPHOSOKU", "DLTPLAN"];

/** What a message can be compared as; undefined where it is neither a plan of use nor results. */
export function comparedAs({ files, notice }: DeskMessage): ComparedAs | undefined {
  const kinds = files.map(({ name }) => readFileName(name).kind);
  if (notice !== null) return undefined;
  if (kinds.includes("UPPLAN")) return "plan";
  return kinds.includes("UPJSK") ? "results" : undefined;
}

/** What the page of a comparison is about, and the button that leads to it. */
export function titleOfComparison(as: ComparedAs, { box }: Pick<DeskMessage, "box">): string {
  if (as === "results") return "予定と比べる";
  return box === "received" ? "前に届いた予定と比べる" : "前に送った予定と比べる";
}

/**
 * The files that a comparison of a message needs, from all messages of this desk. What was taken back, refused or has
 * expired reached nobody and is left out.
 */
export function whatToCompare(
  message: DeskMessage,
  as: ComparedAs,
  all: readonly DeskMessage[],
): CompareRequest {
  const others = all.filter(
    ({ id, month, station }) =>
      id !== message.id && month === message.month && !undelivered.includes(station),
  );
  const withPartner = others.filter(({ partner }) => partner.number === message.partner.number);
  const rest = others.filter((other) => !withPartner.includes(other));
  const kinds: readonly FileKind[] = as === "plan" ? planKinds : ["UPJSK"];
  return {
    as,
    message: filesOf([message], kinds),
    withPartner: filesOf(withPartner, planKinds),
    withOthers: as === "plan" ? [] : filesOf(rest, planKinds),
  };
}

const undelivered: readonly DeskMessage["station"][] = ["cancelled", "refused", "expired"];

function filesOf(messages: readonly DeskMessage[], kinds: readonly FileKind[]): NamedFile[] {
  return messages.flatMap(({ id, files }) =>
    files
      .filter(({ name }) => kinds.some((kind) => kind === readFileName(name).kind))
      .map(({ name, size }) => ({ name, size, address: fileAddress(id, name) })),
  );
}
