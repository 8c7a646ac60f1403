import { type FileKind, layouts } from "../layout/layouts.ts";
import type { Problem } from "../rules/problem.ts";
import { problem } from "../rules/problem.ts";
import { isMonth } from "../values/month-of-service.ts";
import { isSetTime } from "../values/set-time.ts";
import { noMonth } from "./file-name.ts";

/** A part of a name, or all of it, as it would be put right. */
export type Correction<Value> = {
  readonly value: Value;
  /** Whether it can only have been meant so; otherwise a person must confirm it. */
  readonly certain: boolean;
  readonly fault: Problem;
};

/** Looks for one fault of a name or of its parts; undefined when it is not there. */
export type Correct<Value> = (value: Value) => Correction<Value> | undefined;

/** What is done to a name before its kind is known, in this order. All of it is certain. */
export const textCorrections: readonly Correct<string>[] = [
  (name) => {
    const folder = /^(?:.*[/\\]|[A-Za-z]:)/s.exec(name)?.[0];
    if (folder === undefined) return undefined;
    return certain(name.slice(folder.length), problem("name-folder", { part: folder }));
  },
  (name) => {
    const [mark, before = "", after = "", extension = ""] = copyMark.exec(name) ?? [];
    if (mark === undefined || before + after === "") return undefined;
    const value = name.slice(before.length, name.length - after.length - extension.length);
    return certain(value + extension, problem("name-copy", { part: before + after }));
  },
  (name) => {
    const value = name.normalize("NFKC");
    if (value === name) return undefined;
    const wide = Array.from(name).filter((character) => character.normalize("NFKC") !== character);
    return certain(value, problem("name-full-width", { part: wide.join("") }));
  },
  (name) => {
    const value = name.replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");
    return value === name ? undefined : certain(value, problem("name-space", undefined));
  },
];

/** What Windows and Macs put before or behind the name of a second copy. */
const copyMark =
  /^(コピー (?:\(\d+\) )?[~～〜] |copy of )?.*?((?:[\s_]?[(（][\d０-９]+[)）]|\s*-\s*(?:コピー|copy)|\s*のコピー(?:\s*\d+)?|\s+copy(?:\s+\d+)?)*)(\.[^.]*)?$/isu;

/** The name after its kind: month, sender, receiver, time, and the branch of a picture. */
export type NameParts = readonly string[];

/** What is done to the parts of the name of a kind, in this order. */
export function partCorrections(kind: FileKind | "image"): readonly Correct<NameParts>[] {
  const hasMonth = kind !== "image" && layouts[kind].monthInName;
  const firstOffice = hasMonth ? 1 : 0;
  const time = firstOffice + 4;
  return [
    (parts) => {
      const [first = ""] = parts;
      if (hasMonth || parts.length < 6 || !(isMonth(first) || first === noMonth)) return undefined;
      return certain(parts.slice(1), problem("name-month-extra", { part: first, kind }));
    },
    (parts) => {
      const [date = "", clock = ""] = parts.slice(time);
      if (!/^\d{8}$/.test(date) || !/^\d{6}$/.test(clock)) return undefined;
      const joined = parts.toSpliced(time, 2, date + clock);
      return certain(joined, problem("name-time-split", { part: `${date}_${clock}` }));
    },
    ...[1, 3].map(
      (at): Correct<NameParts> =>
        (parts) => {
          const type = parts[firstOffice + at] ?? "";
          if (!/^0[0-9A-Z]{2}$/.test(type)) return undefined;
          const value = parts.with(firstOffice + at, type.slice(1));
          return certain(value, problem("name-service-type", { part: type }));
        },
    ),
    ...[0, 2].map(
      (at): Correct<NameParts> =>
        (parts) => {
          const office = parts[firstOffice + at] ?? "";
          if (!/^\d{9}$/.test(office)) return undefined;
          const value = parts.with(firstOffice + at, `0${office}`);
          return { value, certain: false, fault: problem("name-office", { part: office }) };
        },
    ),
    (parts) => {
      const written = parts[time] ?? "";
      const meant = written.length === 12 ? `${written}00` : written.slice(0, 14);
      if (!/^\d+$/.test(written) || meant === written || !isSetTime(meant)) return undefined;
      const fault = problem("name-time", { part: written });
      return { value: parts.with(time, meant), certain: false, fault };
    },
  ];
}

/** What cannot have been meant otherwise. */
export function certain<Value>(value: Value, fault: Problem): Correction<Value> {
  return { value, certain: true, fault };
}
