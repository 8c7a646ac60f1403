import type { FileKind } from "./layouts.ts";

/** The value of field 1 that edition 4.1 writes. */
export const currentVersion = "202407";

/** An edition 版 of the standard, as far as its files differ from those of 4.1. */
export type Edition = {
  /** The value of field 1, CSVバージョン. */
  readonly version: string;
  /** As people call it, without 版; several where they write the same value. */
  readonly name: string;
  /** Kinds of 4.1 that it does not have. */
  readonly lacks: readonly FileKind[];
  /** How file names give the service types of sender and receiver. */
  readonly serviceTypesInNames: "none" | "three digits" | "two digits";
};

/**
 * The editions so far. The values of field 1 do not rise with the editions: 4.0 wrote 202504, 4.1 writes 202407.
 * Source: 標準仕様 変更履歴.
 */
export const editions: readonly Edition[] = [
  { version: "201910", name: "1", lacks: ["UP3KYO"], serviceTypesInNames: "none" },
  { version: "202003", name: "2", lacks: ["UP3KYO"], serviceTypesInNames: "none" },
  { version: "202208", name: "3〜3.2", lacks: ["UP3KYO"], serviceTypesInNames: "none" },
  { version: "202504", name: "4.0", lacks: [], serviceTypesInNames: "three digits" },
  { version: currentVersion, name: "4.1", lacks: [], serviceTypesInNames: "two digits" },
];

/** The edition that writes a value of field 1; undefined when none does. */
export function editionOf(version: string): Edition | undefined {
  return editions.find((edition) => edition.version === version);
}

/** Whether an edition, by its value of field 1, has files of a kind. Unknown ones have all. */
export function editionHas(version: string, kind: FileKind): boolean {
  return !editionOf(version)?.lacks.includes(kind);
}

/** What an edition lacks against 4.1, in plain Japanese; empty when nothing. */
export function lackOf({ lacks, serviceTypesInNames }: Edition): string {
  const kinds = lacks.length === 0 ? "" : `その版には ${lacks.join("、")} がありません。`;
  return kinds + namesLack[serviceTypesInNames];
}

const namesLack: { readonly [How in Edition["serviceTypesInNames"]]: string } = {
  none: "その版のファイル名にはサービス種類が入りません。",
  "three digits": "その版のファイル名ではサービス種類が3桁です。",
  "two digits": "",
};
