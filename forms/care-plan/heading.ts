import type { CalendarDate, CarePlan } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { space } from "../paper/drawing.ts";
import { stack } from "../paper/stack.ts";
import { callUser, shortName } from "../words/care-user.ts";
import { dateText } from "../words/dates.ts";

const plain = { ruled: "none", padding: 0.5, valign: "middle" } as const;

/** The line over each of the tables 1 to 3: its number, its title, and when it was made. */
export function titleLine(
  number: string,
  title: string,
  createdOn: CalendarDate | undefined,
): Content {
  const created = `作成年月日　${dateText(createdOn)}`;
  return beside(
    [70, cell(number, { ...plain, size: 11 })],
    [137, cell(title, { ...plain, size: 15, align: "center" })],
    [70, cell(created, { ...plain, align: "right" })],
  );
}

/** The head of tables 2 and 3: title line, and whose plan it is. */
export function headOf(
  plan: CarePlan,
  number: string,
  title: string,
  createdOn: CalendarDate | undefined,
): Content {
  const name = named("利用者名", `${shortName(callUser(plan))}　殿`, 17);
  return stack([
    titleLine(number, title, createdOn),
    space(2),
    beside([110, name], [167, space(0)]),
    space(2),
  ]);
}

/** The whole of a name that is too long for the head, to begin the form with; nothing, where the head has all of it. */
export function longName(plan: CarePlan): readonly Content[] {
  const name = callUser(plan);
  return shortName(name).endsWith("…") ? [named("利用者名", name, 17, 277), space(2)] : [];
}

/** A word and what is written on the line behind it. @param share how much of the width the word takes, in millimetres */
export function named(name: string, value: string, share: number, whole = 110): Content {
  return beside(
    [share, cell(name, { ...plain, padding: 0.8, valign: "bottom" })],
    [whole - share, cell(value, { ...plain, padding: 0.8, valign: "bottom", ruled: "below" })],
  );
}

/** Whose plan it is, and of what date, for an index. */
export function aboutOf(plan: CarePlan): string {
  const made = dateText(plan.planChangedOn);
  return made === "" ? callUser(plan) : `${callUser(plan)}　${made}作成`;
}
