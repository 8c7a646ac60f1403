import { StandardError } from "../errors.ts";
import type { FileKind } from "../layout/layouts.ts";
import type { Mend } from "../mend/mend.ts";
import { type Problem, problem } from "../rules/problem.ts";
import { type FileName, imagePrefix } from "./file-name.ts";
import { kindInName } from "./kind-in-name.ts";
import {
  type Correct,
  type Correction,
  certain,
  partCorrections,
  textCorrections,
} from "./name-corrections.ts";
import { type OlderName, readOlderName } from "./older-name.ts";
import { parseFileName, parseNameAs } from "./parse-file-name.ts";

/** A file name, read as far as it can be understood. */
export type ReadFileName = {
  /** Its parts; where a fault's mend is not certain, as they probably are. Undefined when they cannot be known. */
  readonly fileName: FileName | undefined;
  /** The kind of CSV file, or a picture of the family, even where the rest of the name is not understood. */
  readonly kind: FileKind | "image" | undefined;
  /**
   * What is not as the standard writes it; none when the name is of the standard. There are mends where the parts are
   * known. The `value` of one is the whole name: with every certain mend where it is certain, with all where it is not.
   */
  readonly faults: readonly Problem[];
  /** A name of an edition before 4.0 (fault `name-before-4`): what it lacks may be told by the rows. */
  readonly older?: OlderName;
};

/**
 * Reads a file name leniently, as the field writes it: small letters, copies, full-width letters, a month too many,
 * service types of three digits, and the like. Never throws. `parseFileName` is the strict reading.
 */
export function readFileName(name: string): ReadFileName {
  try {
    const fileName = parseFileName(name);
    return { fileName, kind: fileName.type === "csv" ? fileName.kind : "image", faults: [] };
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    return name.length > longestName ? unreadable(error, undefined) : readLeniently(name, error);
  }
}

/** Longer than any name of the standard with what computers add to it, folders included. */
const longestName = 1000;

function readLeniently(name: string, strictly: StandardError): ReadFileName {
  const corrected = correct(name.normalize("NFC"), textCorrections, false);
  const prefix = prefixOf(corrected.value);
  if (prefix === undefined) return unreadable(strictly, undefined);

  const sure = correctFrom(prefix, corrected, false);
  const likely = correctFrom(prefix, corrected, true);
  const kind = prefix === imagePrefix ? "image" : prefix;
  try {
    const fileName = parseNameAs(likely.value, name);
    const faults = likely.corrections.map(({ certain: isCertain, fault }) => ({
      ...fault,
      mend: mendOf(isCertain, isCertain ? sure.value : likely.value),
    }));
    return { fileName, kind, faults };
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const faults = likely.corrections.map(({ fault }) => fault);
    const older = kind === "image" ? undefined : readOlderName(kind, likely.value);
    if (older !== undefined) {
      const lack = problem("name-before-4", undefined);
      return { fileName: undefined, kind, faults: [...faults, lack], older };
    }
    const rest = unreadable(error, kind);
    return { ...rest, faults: [...faults, ...rest.faults] };
  }
}

function unreadable({ message }: StandardError, kind: ReadFileName["kind"]): ReadFileName {
  return { fileName: undefined, kind, faults: [problem("file-name", { reason: message })] };
}

function mendOf(isCertain: boolean, value: string): Mend {
  const says = isCertain
    ? `名前を「${value}」にする`
    : `名前を「${value}」にする（よいか確かめてください）`;
  return { certain: isCertain, says, value };
}

/** A name on the way to the standard's form, and what was wrong with it so far. */
type Corrected<Value> = {
  readonly value: Value;
  readonly corrections: readonly Pick<Correction<Value>, "certain" | "fault">[];
};

function correctFrom(
  prefix: FileKind | typeof imagePrefix,
  { value: name, corrections }: Corrected<string>,
  withLikely: boolean,
): Corrected<string> {
  const extension = prefix === imagePrefix ? ".jpg" : ".CSV";
  const whole = correct(
    name,
    [
      (text) => correctExtension(text, extension),
      (text) => correctCase(text),
      correctMonthStroke,
      correctSeparators,
    ],
    withLikely,
  );
  const dot = whole.value.lastIndexOf(".");
  const stem = dot < 0 ? whole.value : whole.value.slice(0, dot);
  const parts = correct<readonly string[]>(
    stem.slice(prefix.length + 1).split("_"),
    partCorrections(prefix === imagePrefix ? "image" : prefix),
    withLikely,
  );
  return {
    value: `${prefix}_${parts.value.join("_")}${dot < 0 ? "" : whole.value.slice(dot)}`,
    corrections: [...corrections, ...whole.corrections, ...parts.corrections],
  };
}

/** Puts right what is wrong, one fault after the other; what is only likely is noted, and put right where asked for. */
function correct<Value>(
  value: Value,
  steps: readonly Correct<Value>[],
  withLikely: boolean,
): Corrected<Value> {
  let now = value;
  const corrections: Correction<Value>[] = [];
  for (const step of steps) {
    const found = step(now);
    if (found === undefined) continue;
    corrections.push(found);
    if (found.certain || withLikely) now = found.value;
  }
  return { value: now, corrections };
}

function prefixOf(name: string): FileKind | typeof imagePrefix | undefined {
  const upper = name.toUpperCase().replaceAll(separators, "_");
  return upper.startsWith(`${imagePrefix}_`) ? imagePrefix : kindInName(upper);
}

/** `.csv`, `.CSV.csv` and `.jpeg` are certain; another extension or none is not. */
function correctExtension(name: string, wanted: ".CSV" | ".jpg"): Correction<string> | undefined {
  const known = (wanted === ".CSV" ? /(?:\.csv)+$/i : /\.jpe?g$/i).exec(name)?.[0];
  if (known === wanted) return undefined;
  const part = known ?? /\.[^.]*$/.exec(name)?.[0] ?? "";
  const value = name.slice(0, name.length - part.length) + wanted;
  const fault = problem("name-extension", { part, wanted });
  return { value, certain: known !== undefined, fault };
}

function correctCase(name: string): Correction<string> | undefined {
  const [, stem = "", extension = ""] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
  const small = /[a-z][0-9A-Za-z]*/.exec(stem)?.[0];
  if (small === undefined) return undefined;
  const word = stem.split("_").find((part) => part.includes(small)) ?? small;
  return certain(stem.toUpperCase() + extension, problem("name-case", { part: word }));
}

function correctMonthStroke(name: string): Correction<string> | undefined {
  const [, before = "", year = "", month = ""] = /^([^.]*?_)(\d{4})-(\d{2})(?=_)/.exec(name) ?? [];
  if (year === "") return undefined;
  const value = `${before}${year}${month}${name.slice(before.length + 7)}`;
  return certain(value, problem("name-month-stroke", { part: `${year}-${month}` }));
}

const separators = /[-_]+/g;

function correctSeparators(name: string): Correction<string> | undefined {
  const value = name.replaceAll(separators, "_").replace(/_(?=\.[^.]*$)/, "");
  const wrong = name.match(separators)?.find((found) => found !== "_") ?? "_";
  return value === name ? undefined : certain(value, problem("name-separator", { part: wrong }));
}
