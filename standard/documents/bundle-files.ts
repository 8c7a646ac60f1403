import type { ReadFile } from "../check/checked-file.ts";
import type { FileKind } from "../layout/layouts.ts";
import { imagePrefix } from "../naming/file-name.ts";
import { deletionKinds } from "./deletion.ts";
import type { DocumentKind } from "./document.ts";

/** Files that make one document: at most one file a kind, and pictures. */
export type Bundle = { readonly kind: DocumentKind; readonly files: readonly ReadFile[] };

export type Bundles = {
  readonly bundles: readonly Bundle[];
  /** Files that are neither of a kind of the standard nor pictures of it. */
  readonly strays: readonly ReadFile[];
};

const carePlan: readonly FileKind[] = ["UP1KYO", "UP2KYO", "UP3KYO"];
const planOfUse: readonly FileKind[] = ["UPPLAN", "UPSIKYU"];
const preventivePlan: readonly FileKind[] = ["UPYOBO", "UPYOBO_SUB"];
const deletions: readonly FileKind[] = deletionKinds;

/** Tells which files make which document. A second file of a kind begins a document of its own. */
export function bundleFiles(files: readonly ReadFile[]): Bundles {
  const bundles: { readonly kind: DocumentKind; readonly files: ReadFile[] }[] = [];
  const strays: ReadFile[] = [];
  const kinds = new Set(files.flatMap(({ kind }) => kind ?? []));
  for (const file of files) {
    const kind = documentKindOf(file, kinds);
    if (kind === undefined) {
      strays.push(file);
      continue;
    }
    const bundle = bundles.find((candidate) => candidate.kind === kind && hasRoom(candidate, file));
    if (bundle === undefined) bundles.push({ kind, files: [file] });
    else bundle.files.push(file);
  }
  return { bundles, strays };
}

/** Whether a file is a picture 家族構成 of user basics, by its name. */
export function isImage({ name, fileName, kind }: ReadFile): boolean {
  return fileName?.type === "image" || (kind === undefined && name.startsWith(imagePrefix));
}

function hasRoom(bundle: Bundle, file: ReadFile): boolean {
  if (bundle.kind === "deletion") return false;
  return isImage(file) || !bundle.files.some(({ kind }) => kind === file.kind);
}

function documentKindOf(file: ReadFile, kinds: ReadonlySet<FileKind>): DocumentKind | undefined {
  const { kind } = file;
  if (kind === undefined && !isImage(file)) return undefined;
  if (kind === "UPHOSOKU") return kindOfSupplement(file, kinds);
  if (kind === "UPJSK") return "results";
  if (kind !== undefined && carePlan.includes(kind)) return "care-plan";
  if (kind !== undefined && planOfUse.includes(kind)) return "plan-of-use";
  if (kind !== undefined && deletions.includes(kind)) return "deletion";
  return preventivePlan.some((part) => kinds.has(part)) ? "preventive-plan" : "user-basics";
}

/** A supplement goes with the tables that are there; where that does not tell, its month does. */
function kindOfSupplement(file: ReadFile, kinds: ReadonlySet<FileKind>): DocumentKind {
  const withCarePlan = carePlan.some((kind) => kinds.has(kind));
  const withPlanOfUse = planOfUse.some((kind) => kinds.has(kind));
  if (withCarePlan !== withPlanOfUse) return withCarePlan ? "care-plan" : "plan-of-use";
  const named = file.fileName?.type === "csv" && file.fileName.month !== undefined;
  return named ? "plan-of-use" : "care-plan";
}
