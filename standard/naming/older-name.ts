import { type FileKind, layouts, rowsOf } from "../layout/layouts.ts";
import { scopeOf } from "../layout/service-types.ts";
import type { Mend } from "../mend/mend.ts";
import { isOfficeNumber, type OfficeNumber } from "../values/office-number.ts";
import { isSetTime, type SetTime } from "../values/set-time.ts";

/** A name as editions before 4.0 wrote it: without the service types of the two offices. */
export type OlderName = {
  readonly kind: FileKind;
  /** The kind, with the month where there is one. */
  readonly beginning: string;
  readonly sender: OfficeNumber;
  readonly receiver: OfficeNumber;
  readonly time: SetTime;
};

/** Reads a name of a kind as editions before 4.0 wrote it; undefined when it is none. */
export function readOlderName(kind: FileKind, name: string): OlderName | undefined {
  const month = layouts[kind].monthInName ? String.raw`_\d{6}` : "";
  const form = new RegExp(`^(${kind}${month})_(.{10})_(.{10})_(.{14})\\.CSV$`, "u");
  const [, beginning = "", sender = "", receiver = "", time = ""] = form.exec(name) ?? [];
  if (!isOfficeNumber(sender) || !isOfficeNumber(receiver) || !isSetTime(time)) return undefined;
  return { kind, beginning, sender, receiver, time };
}

/**
 * What an older name would be today, as the rows of the file tell: those of tables 6 and 7 name the services of the
 * office that they go to or come from.
 */
export class OlderNameMend {
  readonly #name: OlderName;
  readonly #provider: OfficeNumber;
  readonly #office: number;
  readonly #code: number;
  /** The service types of the office in the rows; two are enough to know that it cannot be told. */
  readonly #types = new Set<string>();

  constructor(name: OlderName) {
    const keys = rowsOf(name.kind).map(([, key]) => key);
    const isResults = layouts[name.kind].direction === "provider-to-planner";
    this.#name = name;
    this.#provider = isResults ? name.sender : name.receiver;
    this.#office = keys.indexOf("serviceOffice");
    this.#code = keys.indexOf("serviceCode");
  }

  /** Takes a row of data. */
  row(values: readonly string[]): void {
    if (this.#types.size > 1 || values[this.#office] !== this.#provider) return;
    const type = values[this.#code]?.slice(0, 2) ?? "";
    if (plannerOf(type) !== undefined) this.#types.add(type);
  }

  /** A proposal, once all rows have been given; undefined where they do not tell one service type. */
  end(): Mend | undefined {
    const [type, another] = this.#types;
    const planner = type === undefined ? undefined : plannerOf(type);
    if (type === undefined || planner === undefined || another !== undefined) return undefined;
    const { beginning, sender, receiver, time } = this.#name;
    const [from, to] = sender === this.#provider ? [type, planner] : [planner, type];
    const value = `${beginning}_${sender}_${from}_${receiver}_${to}_${time}.CSV`;
    return { certain: false, says: `名前を「${value}」にする（よいか確かめてください）`, value };
  }
}

/** The service type of those who plan services of a type: 43 居宅介護支援, 46 介護予防支援. */
function plannerOf(type: string): "43" | "46" | undefined {
  const scope = scopeOf(type);
  if (scope === "care") return "43";
  return scope === "preventive" || scope === "municipal" ? "46" : undefined;
}
