import type { EquipmentRow } from "./equipment-rows.ts";
import type { LineShape, SlipLine, SlipUser } from "./facts.ts";
import type { Served } from "./served.ts";
import { dayOf } from "./times.ts";

/** A row of table 6, as far as it goes into its line. */
export type SlipVisit = {
  readonly row: number;
  readonly date: string;
  readonly count: number;
  readonly units: number;
  readonly claimDays: number;
  readonly timed: boolean;
};

/** A care user of table 6 while rows come by. */
export class SlipUserRows implements SlipUser {
  readonly row: number;
  sound = true;
  served: Served = "no";
  readonly lines: SlipLineRows[] = [];
  equipment: EquipmentRow[] | undefined;

  constructor(row: number) {
    this.row = row;
  }

  /** Notes a piece of equipment; false when the user has too many. */
  addEquipment(row: EquipmentRow): boolean {
    if (this.equipment === undefined) this.equipment = [row];
    else if (this.equipment.length < mostLines) this.equipment.push(row);
    else return false;
    return true;
  }

  /** The user's line of a shape, begun where there is none; undefined when the user has too many. */
  line(shape: LineShape, row: number): SlipLineRows | undefined {
    for (const line of this.lines) if (line.shape === shape) return line;
    if (this.lines.length >= mostLines) return undefined;
    const line = new SlipLineRows(shape, row);
    this.lines.push(line);
    return line;
  }
}

/** Lines, or pieces of equipment, of one user that are kept; a month of a person has a few dozen at most. */
const mostLines = 400;

/** A line of a care user while rows come by. */
export class SlipLineRows implements SlipLine {
  readonly shape: LineShape;
  readonly row: number;
  rows = 0;
  count = 0;
  days = 0;
  claimDays = 0;
  units = 0;
  otherUnits: readonly number[] = none;
  timed = false;
  /** Pairs of a packed visit and its row. */
  #visits: number[] = [];

  constructor(shape: LineShape, row: number) {
    this.shape = shape;
    this.row = row;
  }

  /** Adds a row to the sums. */
  add({ date, count, units, claimDays, timed }: SlipVisit): void {
    if (this.rows === 0) this.units = units;
    else if (units !== this.units) this.#noteUnits(units);
    this.rows++;
    this.count += count;
    this.days |= 1 << (dayOf(date) - 1);
    this.claimDays += claimDays;
    if (timed) this.timed = true;
  }

  /**
   * The row of the same visit where there was one before; notes the visit otherwise. Call before `add`.
   * @param visit packed by `packVisit`
   */
  sameVisit(visit: number, date: string, row: number): number | undefined {
    const visits = this.#visits;
    if ((this.days & (1 << (dayOf(date) - 1))) !== 0) {
      for (let at = 0; at < visits.length; at += 2) if (visits[at] === visit) return visits[at + 1];
    }
    if (visits.length < mostVisits * 2) visits.push(visit, row);
    return undefined;
  }

  #noteUnits(units: number): void {
    if (this.otherUnits.length >= mostUnits || this.otherUnits.includes(units)) return;
    this.otherUnits = [...this.otherUnits, units];
  }

  /** Forgets what only rows yet to come needed. */
  close(): void {
    this.#visits = [];
  }
}

const none: readonly number[] = [];

/** Different units of one line that are kept. */
const mostUnits = 8;

/** Visits of one line that are compared: eight a day for a month. */
const mostVisits = 248;
