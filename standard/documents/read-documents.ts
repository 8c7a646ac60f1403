import type { ReadFile } from "../check/checked-file.ts";
import { StandardError } from "../errors.ts";
import type { FileKind } from "../layout/layouts.ts";
import { type Bundle, bundleFiles, isImage } from "./bundle-files.ts";
import { carePlanDocument } from "./care-plan.ts";
import { deletionDocument } from "./deletion.ts";
import type { SetDocument } from "./document.ts";
import { envelopeOf, haveOneEnvelope, monthInNames } from "./envelope.ts";
import type { FileRow, RowsByKind } from "./file-row.ts";
import { planOfUseDocument } from "./plan-of-use.ts";
import { preventivePlanDocument } from "./preventive-plan.ts";
import { readRowsLeniently, readRowsStrictly, type Unread } from "./read-rows.ts";
import { resultsDocument } from "./results.ts";
import { userBasicsDocument } from "./user-basics.ts";

/**
 * Reads the files of one set 送信単位 as the document they are. Findings that leave every value certain (name, line
 * ends, sums that do not add up, a missing file) do not stand in the way.
 * @throws StandardError `not-readable` when the files are not those of one set, or when a value is uncertain: the
 * message names the file, `place` the row and the field
 */
export function readDocuments(files: readonly ReadFile[]): SetDocument {
  const { bundles, strays } = bundleFiles(files);
  const [stray] = strays;
  if (stray !== undefined) throw notReadable(strayMessage(stray), "file is not of the standard");
  const [bundle, other] = bundles;
  if (bundle === undefined || other !== undefined || !haveOneEnvelope(files)) {
    throw notReadable(
      "一つの送信単位のファイルではありません。送信元・送信先・ファイル連番が同じファイルを、送信単位ごとに選んでください。",
      "files are not of one set",
    );
  }
  return documentOf(bundle, readRowsStrictly);
}

/** What could be read of the files of a set, and what could not. */
export type LenientlyRead = {
  /** One for a proper set; more where files of several sets are mixed up. */
  readonly documents: readonly SetDocument[];
  readonly unread: readonly Unread[];
};

/**
 * Reads what can be read of the files of one set, to show it on a screen. Never throws on bad input: what had to be
 * left out stands in `unread`. Do not write such a document back: it may lack rows.
 */
export function readDocumentsLeniently(files: readonly ReadFile[]): LenientlyRead {
  const { bundles, strays } = bundleFiles(files);
  const unread: Unread[] = strays.map((file) => ({
    file: file.name,
    message: strayMessage(file),
  }));
  const documents = bundles.map((bundle) =>
    documentOf(bundle, (kind, file) =>
      readRowsLeniently(kind, file, (missed) => {
        unread.push(missed);
      }),
    ),
  );
  unread.push(...files.flatMap(unreadRest));
  return { documents, unread };
}

type ReadRows = <Kind extends FileKind>(kind: Kind, file: ReadFile) => readonly FileRow<Kind>[];

function documentOf({ kind, files }: Bundle, read: ReadRows): SetDocument {
  const rows = rowsOfFiles(files, read);
  const envelope = envelopeOf(files);
  const month = monthInNames(files);
  const images = files.filter(isImage).map(({ name }) => name);
  switch (kind) {
    case "care-plan":
      return carePlanDocument(envelope, rows);
    case "plan-of-use":
      return planOfUseDocument(envelope, month, rows);
    case "results":
      return resultsDocument(envelope, month, rows);
    case "user-basics":
      return userBasicsDocument(envelope, rows, images);
    case "preventive-plan":
      return preventivePlanDocument(envelope, rows, images);
    case "deletion":
      return deletionDocument(envelope, month, rows);
    default:
      return kind satisfies never;
  }
}

function rowsOfFiles(files: readonly ReadFile[], read: ReadRows): RowsByKind {
  const entries = files.flatMap((file) =>
    file.kind === undefined ? [] : [[file.kind, read(file.kind, file)] as const],
  );
  // The rows are of the kind that they are listed under, which fromEntries does not follow.
  return Object.fromEntries(entries) as RowsByKind;
}

/** What of a file was not even split into rows: wrong bytes, quotes that do not close. */
function unreadRest(file: ReadFile): readonly Unread[] {
  return file.findings.flatMap(({ severity, code, rule, row, message }) => {
    const rest = code === "encoding" || code === "quote" || code === "too-large";
    if (severity !== "error" || !rest || rule === "utf-8") return [];
    return [{ file: file.name, ...(row !== undefined && { row }), message }];
  });
}

function strayMessage({ name }: ReadFile): string {
  return `「${name}」は標準のファイルではないため、書類として読めません。`;
}

function notReadable(message: string, detail: string): StandardError {
  return new StandardError("not-readable", message, detail);
}
