import { limits } from "@tsunagi/contract";
import type { FindingView, Tray, TrayFile, TraySet } from "@tsunagi/contract/desk";
import {
  type CheckedFile,
  checkFile,
  classifyName,
  type FileSet,
  type Finding,
  groupIntoSets,
  type SetFinding,
} from "@tsunagi/standard";
import { type ClientErrorCode, clientErrors } from "../errors.ts";
import type { Partner } from "./partners.ts";
import { titleOfFile, titleOfFiles } from "./titles.ts";

/** A file to lay out: what it is was found out once, when it was put down. */
export interface LaidFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly content: Content;
  /** Set that an attachment goes with. */
  readonly attachedTo: string | undefined;
  /** Whether it was mended here, and the file as it came is kept. */
  readonly mended: boolean;
}

export type Content =
  | { readonly type: "standard"; readonly checked: CheckedFile }
  | { readonly type: "attachment"; readonly mediaType: string };

/** What is known about the world around the files. */
export interface Surroundings {
  /** Number of this office; undefined before enrolment: senders are not checked then. */
  readonly own: string | undefined;
  readonly partner: (number: string) => Partner | undefined;
}

/** Reads and checks a file of the standard; anything that may only be attached is taken as it is. */
export function readContent(name: string, read: () => Uint8Array): Content {
  const named = classifyName(name);
  return named.type === "attachment"
    ? { type: "attachment", mediaType: named.mediaType }
    : { type: "standard", checked: checkFile(name, read()) };
}

/** Lays files out by set, as 送信 shows them; what belongs to no set is a stray. */
export function layOut(files: readonly LaidFile[], around: Surroundings): Tray {
  const checked = new Map(
    files.flatMap(({ fileId, content }) =>
      content.type === "standard" ? [[content.checked, fileId] as const] : [],
    ),
  );
  const groups = groupIntoSets([...checked.keys()]);
  const sets = groups.map((group) => layOutSet(group, filesOfSet(group, files, checked), around));
  const placed = new Set(sets.flatMap((set) => set.files.map(({ fileId }) => fileId)));
  return { sets, strays: files.filter(({ fileId }) => !placed.has(fileId)).map(viewOf) };
}

function filesOfSet(
  group: FileSet,
  files: readonly LaidFile[],
  ids: ReadonlyMap<CheckedFile, string>,
): LaidFile[] {
  const own = new Set(group.files.map((file) => ids.get(file)));
  return files.filter(({ fileId, attachedTo }) => own.has(fileId) || attachedTo === group.id);
}

function layOutSet(group: FileSet, files: readonly LaidFile[], around: Surroundings): TraySet {
  const number = group.receiver.office;
  const partner = around.partner(number);
  const views = files.map(viewOf);
  const findings: FindingView[] = [
    ...partyFindings(group, around.own),
    ...receiverFindings(partner, around.own),
    ...sizeFindings(files),
    ...group.findings.map((found) => ({ ...viewOfFinding(found), files: [...found.files] })),
  ];
  const canReceive = partner === undefined || partner.standing === "can-receive";
  return {
    setId: group.id,
    ...titleOfFiles(group.files.map(({ name }) => name)),
    to: { number, name: partner?.name ?? null, canReceive },
    files: views,
    findings,
    sendable: canReceive && ![findings, ...views.map((view) => view.findings)].some(hasError),
  };
}

function partyFindings({ sender, receiver }: FileSet, own: string | undefined): FindingView[] {
  if (own === undefined) return [];
  if (sender.office !== own) return [finding("sender-not-this-office")];
  return receiver.office === own ? [finding("receiver-is-this-office")] : [];
}

function receiverFindings(partner: Partner | undefined, own: string | undefined): FindingView[] {
  if (own === undefined) return [];
  if (partner === undefined) return [{ ...finding("receiver-unchecked"), severity: "warning" }];
  return partner.standing === "can-receive" ? [] : [finding(partner.standing)];
}

function sizeFindings(files: readonly LaidFile[]): FindingView[] {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return total > limits.messageBytes ? [finding("file-too-large")] : [];
}

function finding(code: ClientErrorCode): FindingView {
  return { code, severity: "error", message: clientErrors[code].ja };
}

function viewOf({ fileId, name, size, content, mended }: LaidFile): TrayFile {
  const base = { fileId, name, size, title: titleOfFile(name), mended };
  if (content.type === "attachment") return { ...base, kind: null, records: 0, findings: [] };
  const { kind, records, findings } = content.checked;
  return {
    ...base,
    kind: kind ?? null,
    records,
    findings: findings.map(viewOfFinding),
  };
}

function viewOfFinding(found: Finding | SetFinding): FindingView {
  const { code, severity, row, field, fieldName, message, mend } = found;
  return {
    code,
    severity,
    message,
    ...(row !== undefined && { row }),
    ...(field !== undefined && { field }),
    ...(fieldName !== undefined && { fieldName }),
    ...(mend && { mend }),
  };
}

function hasError(findings: readonly FindingView[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}
