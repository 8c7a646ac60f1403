import {
  type Comparison,
  compareSides,
  isSame,
  type SetDocument,
  type SideKind,
  takeSide,
} from "@tsunagi/standard";
import type { Command } from "commander";
import { writeComparisonNote } from "../note/comparison-note.ts";
import { columnsOf, printNote } from "../note/line.ts";
import { WrongUse } from "./ask.ts";
import { comparisonJson } from "./comparison-json.ts";
import { findFiles } from "./found-files.ts";
import { readSets, sayUnread } from "./found-sets.ts";
import { printJson } from "./print.ts";
import { globalOptions } from "./with-engine.ts";

/** diff */
export function addDiffCommand(program: Command): void {
  program
    .command("diff")
    .description("予定と実績、または新旧の予定を比べます。違いがなければ 0、あれば 1 で終わります")
    .argument("<a>", "予定のファイルかフォルダー")
    .argument("<b>", "実績、または新しい予定のファイルかフォルダー")
    .option("--all", "長い一覧も、すべて出します", false)
    .action((a: string, b: string, { all }: { all: boolean }, command: Command) => {
      const [before, after] = inOrder(readPlace(a), readPlace(b));
      const comparison = compareSides(
        takeSide(before.kind, before.documents),
        takeSide(after.kind, after.documents),
      );
      if (globalOptions(command).json) printJson(comparisonJson(comparison, isSame(comparison)));
      else {
        const places = { before: before.path, after: after.path };
        const options = { all, columns: columnsOf(process.stdout) };
        printNote(writeComparisonNote(comparison, places, options), process.stdout);
      }
      process.exitCode = exitCodeOf(comparison, before.whole && after.whole);
    });
}

/** What lies at a place that was given. */
interface Place {
  readonly path: string;
  readonly kind: SideKind;
  readonly documents: readonly SetDocument[];
  /** Whether all of it could be read. */
  readonly whole: boolean;
}

/** Where plans and results lie together the plans are meant. @throws WrongUse where there is neither */
function readPlace(path: string): Place {
  const { files } = findFiles([path]);
  const sets = [...readSets(files.filter(({ role }) => role === "standard"))];
  const documents = sets.flatMap((set) => set.documents);
  const unread = sets.flatMap((set) => set.unread);
  sayUnread(unread);
  const has = (kind: SetDocument["kind"]) => documents.some((one) => one.kind === kind);
  if (!has("plan-of-use") && !has("results")) {
    throw new WrongUse(`予定（UPPLAN）も実績（UPJSK）もありません: ${path}`);
  }
  const kind = has("plan-of-use") ? "plan" : "results";
  return { path, kind, documents, whole: unread.length === 0 };
}

/** Of a plan and results the plan comes first, however they were given. */
function inOrder(a: Place, b: Place): readonly [Place, Place] {
  return a.kind === "results" && b.kind === "plan" ? [b, a] : [a, b];
}

function exitCodeOf(comparison: Comparison, whole: boolean): number {
  return isSame(comparison) && whole ? 0 : 1;
}
