import type { Envelope } from "./envelope.ts";
import type { FileRow, RowsByKind } from "./file-row.ts";
import { type CareUser, UserEntries } from "./user-entries.ts";

/** 利用者基本情報 of one care user, of one consultation. */
export type UserBasics = CareUser & {
  /** 利用者氏名. */
  readonly name: string | undefined;
  /** 相談日, as it stands in the file: a date, or one of six digits. */
  readonly consultedOn: string;
  readonly basics: FileRow<"UPKIHON"> | undefined;
  /** 別表1 １日の生活・すごし方, in the order of the file. */
  readonly day: readonly FileRow<"UPKIHON_SUB1">[];
  /** 別表2 現病歴・既往歴と経過, in the order of the file. */
  readonly history: readonly FileRow<"UPKIHON_SUB2">[];
  /** 家族構成: the picture that the basics name, and whether it is among the files (in capitals or not). */
  readonly familyImage: { readonly name: string; readonly sent: boolean } | undefined;
};

/** A set of user basics, in the order in which the users are met in its files. */
export type UserBasicsDocument = {
  readonly kind: "user-basics";
  readonly envelope: Envelope | undefined;
  readonly users: readonly UserBasics[];
  /** Names of all pictures among the files. */
  readonly images: readonly string[];
};

type Draft = CareUser & {
  readonly consultedOn: string;
  basics?: FileRow<"UPKIHON">;
  readonly day: FileRow<"UPKIHON_SUB1">[];
  readonly history: FileRow<"UPKIHON_SUB2">[];
};

/** Joins user basics, their annexes and pictures. */
export function userBasicsDocument(
  envelope: Envelope | undefined,
  rows: RowsByKind,
  images: readonly string[],
): UserBasicsDocument {
  return { kind: "user-basics", envelope, users: userBasicsOf(rows, images), images };
}

/** The user basics among the rows of a set, by care user and day of consultation. */
export function userBasicsOf(rows: RowsByKind, images: readonly string[]): readonly UserBasics[] {
  const entries = new UserEntries<Draft>();
  const sent = new Set(images.map((name) => name.toLowerCase()));
  for (const row of rows.UPKIHON ?? []) {
    draftFor(row.record, "basics").basics = row;
  }
  for (const row of rows.UPKIHON_SUB1 ?? []) draftFor(row.record).day.push(row);
  for (const row of rows.UPKIHON_SUB2 ?? []) draftFor(row.record).history.push(row);
  return entries.all().map(({ basics, ...draft }) => ({
    insurerNumber: draft.insurerNumber,
    insuredNumber: draft.insuredNumber,
    name: basics?.record.name,
    consultedOn: draft.consultedOn,
    basics,
    day: draft.day,
    history: draft.history,
    familyImage: imageOf(basics, sent),
  }));

  function draftFor(
    { insurerNumber, insuredNumber, consultedOn }: CareUser & { readonly consultedOn: string },
    slot?: keyof Draft,
  ): Draft {
    const user = { insurerNumber, insuredNumber };
    const begin = () => ({ ...user, consultedOn, day: [], history: [] });
    return entries.entryFor(user, consultedOn, slot, begin);
  }
}

function imageOf(
  basics: FileRow<"UPKIHON"> | undefined,
  sent: ReadonlySet<string>,
): UserBasics["familyImage"] {
  const name = basics?.record.familyImage;
  return name === undefined ? undefined : { name, sent: sent.has(name.toLowerCase()) };
}

/** The rows that user basics were made from. */
export function rowsOfUserBasics(users: readonly UserBasics[]): RowsByKind {
  return {
    UPKIHON: users.flatMap(({ basics }) => basics ?? []),
    UPKIHON_SUB1: users.flatMap(({ day }) => day),
    UPKIHON_SUB2: users.flatMap(({ history }) => history),
  };
}
