import { type CodeListName, codeLists } from "./code-lists.ts";
import type { Field, FieldRow, Layout } from "./field.ts";
import { basics, basicsDay, basicsDeletion, basicsHistory } from "./preventive-basics.ts";
import {
  preventivePlan,
  preventivePlanDeletion,
  preventivePlanSupport,
} from "./preventive-plan.ts";
import { supplement } from "./supplement.ts";
import { table1, table1Deletion, table2, table3 } from "./table-1-to-3.ts";
import { table6Plan, table6PlanDeletion, table6Results, table6ResultsDeletion } from "./table-6.ts";
import { table7 } from "./table-7.ts";

/** The layouts as the compiler sees them, row by row: from them come the types of the records. */
export type Layouts = {
  readonly UPHOSOKU: typeof supplement;
  readonly UP1KYO: typeof table1;
  readonly DLT1KYO: typeof table1Deletion;
  readonly UP2KYO: typeof table2;
  readonly UP3KYO: typeof table3;
  readonly UPPLAN: typeof table6Plan;
  readonly UPJSK: typeof table6Results;
  readonly DLTPLAN: typeof table6PlanDeletion;
  readonly DLTJSK: typeof table6ResultsDeletion;
  readonly UPSIKYU: typeof table7;
  readonly UPKIHON: typeof basics;
  readonly DLTKIHON: typeof basicsDeletion;
  readonly UPKIHON_SUB1: typeof basicsDay;
  readonly UPKIHON_SUB2: typeof basicsHistory;
  readonly UPYOBO: typeof preventivePlan;
  readonly DLTYOBO: typeof preventivePlanDeletion;
  readonly UPYOBO_SUB: typeof preventivePlanSupport;
};

/** A file kind of the standard ファイル種別: the first part of a file's name. */
export type FileKind = keyof Layouts;

/** The CSV file layouts 「CSVファイルレイアウト定義書」 of edition 4.1, by kind. */
export const layouts: { readonly [K in FileKind]: Layouts[K] & Layout } = {
  UPHOSOKU: supplement,
  UP1KYO: table1,
  DLT1KYO: table1Deletion,
  UP2KYO: table2,
  UP3KYO: table3,
  UPPLAN: table6Plan,
  UPJSK: table6Results,
  DLTPLAN: table6PlanDeletion,
  DLTJSK: table6ResultsDeletion,
  UPSIKYU: table7,
  UPKIHON: basics,
  DLTKIHON: basicsDeletion,
  UPKIHON_SUB1: basicsDay,
  UPKIHON_SUB2: basicsHistory,
  UPYOBO: preventivePlan,
  DLTYOBO: preventivePlanDeletion,
  UPYOBO_SUB: preventivePlanSupport,
};

/** All 17 kinds, in the order of the standard. */
export const fileKinds: readonly FileKind[] = Object.keys(layouts) as FileKind[];

/** The rows of a kind, seen as plain rows of the table. */
export function rowsOf(kind: FileKind): readonly FieldRow[] {
  return layouts[kind].fields;
}

/** The fields of a kind by names, in the order of the file's columns. */
export function fieldsOf(kind: FileKind): readonly Field[] {
  return rowsOf(kind).map(([number, key, name, length, need, format, more]) => ({
    number,
    key,
    name,
    length,
    need,
    format,
    ...(more?.codes && { codes: more.codes }),
    ...(more?.note && { note: more.note }),
  }));
}

/** The meaning of a code in a list, e.g. `meaningOf("careLevel", "22")` is 要介護２; undefined when it has none. */
export function meaningOf(list: CodeListName, code: string): string | undefined {
  return codeLists[list].find(([listed]) => listed === code)?.[1];
}
