import { isOfficeNumber } from "../../values/office-number.ts";
import { largestFacts, type UserKey } from "../keys.ts";
import type { FileContext, RowRules, StartRowRules } from "../row-rules.ts";
import { type AnnexProblem, annexProblem } from "./annex-problems.ts";
import { type AnnexRow, annexAt, readAnnexRow } from "./annex-row.ts";
import { checkAnnexRow } from "./annex-row-checks.ts";
import { type AnnexSummary, judgeAnnexUser } from "./annex-user.ts";
import type { AnnexFacts, AnnexUser } from "./facts.ts";
import { LineShapes } from "./line-shapes.ts";
import { type Served, ServedUsers } from "./served.ts";
import { Services } from "./services.ts";
import { insuredNumberOf, Users } from "./users.ts";

/** The rules of table 7. */
export const startAnnexRules: StartRowRules = (context) => new AnnexRules(context);

/** A care user of table 7 while rows come by. */
type AnnexUserRows = {
  readonly row: number;
  sound: boolean;
  served: Served;
  /** Rows that are not judged yet. */
  rows: AnnexRow[];
  /** Whether a grand total was seen, or a row that may be one but cannot be read. */
  mayHaveTotal: boolean;
  /** What the rows so far came to, when they added up. */
  settled: AnnexSummary | undefined;
};

class AnnexRules implements RowRules {
  readonly #context: FileContext;
  readonly #users: Users<AnnexUserRows> = new Users(begin);
  readonly #services = new Services();
  readonly #shapes = new LineShapes();
  readonly #served: ServedUsers;
  #userOfLastRow: AnnexUserRows | undefined;
  #kept = 0;
  #tooMuch = false;

  constructor(context: FileContext) {
    this.#context = context;
    this.#served = new ServedUsers(context);
  }

  row(row: readonly string[], number: number, sound: boolean): void {
    const insured = row[annexAt.insuredNumber] ?? "";
    const user = this.#users.of(row[annexAt.insurerNumber] ?? "", insured, number);
    if (this.#userOfLastRow !== undefined && user !== this.#userOfLastRow) {
      this.#settle(this.#userOfLastRow);
    }
    this.#userOfLastRow = user;
    if (!sound) {
      if (user !== undefined) this.#noteUnsound(user, row);
      return;
    }
    const service = this.#services.of(row[annexAt.serviceCode] ?? "");
    const read = readAnnexRow(row, number, service, this.#shapes);
    checkAnnexRow(read, row, service, this.#context);
    if (user !== undefined) this.#keep(user, read);
  }

  end(): AnnexFacts | undefined {
    const { findings } = this.#context;
    this.#served.report(this.#users.byKey, this.#context, annexAt.serviceOffice);
    if (this.#tooMuch || this.#users.overflow) {
      findings.report("too-much-to-compare", undefined);
      return undefined;
    }
    const users = new Map<UserKey, AnnexUser>();
    for (const [key, user] of this.#users.byKey) users.set(key, this.#finish(key, user));
    return { kind: "UPSIKYU", users };
  }

  /** Of a row with a wrong value: whether it may be the total, or of the receiver. */
  #noteUnsound(user: AnnexUserRows, row: readonly string[]): void {
    const code = row[annexAt.serviceCode] ?? "";
    const office = row[annexAt.serviceOffice] ?? "";
    const codeIsRight = /^[0-9A-Z]{6}$/.test(code);
    user.sound = false;
    if (code === "999999" || !codeIsRight) user.mayHaveTotal = true;
    if (codeIsRight && isOfficeNumber(office)) {
      user.served = this.#served.after(user.served, office, code.slice(0, 2));
    } else if (user.served !== "yes") user.served = "unknown";
  }

  #keep(user: AnnexUserRows, read: AnnexRow): void {
    if (read.role === "total") user.mayHaveTotal = true;
    if (read.role === "detail") {
      const { office, serviceType } = read.shape;
      user.served = this.#served.after(user.served, office, serviceType);
    }
    if (this.#kept >= largestFacts || user.rows.length >= mostRows) this.#tooMuch = true;
    if (this.#tooMuch) return;
    this.#kept++;
    user.rows.push(read);
  }

  /**
   * Judges a user once rows of another one come, so that only sums are kept. What does not add up yet waits, since
   * the user's other rows may come later.
   */
  #settle(user: AnnexUserRows): void {
    if (!user.sound || user.settled !== undefined || !user.mayHaveTotal) return;
    if (user.rows.length > mostRowsAtOnce) return;
    const summary = judgeAnnexUser("", user.rows);
    if (summary.problems.length > 0) return;
    this.#kept -= user.rows.length - summary.lines.length;
    user.rows = [];
    user.settled = summary;
  }

  #finish(key: UserKey, user: AnnexUserRows): AnnexUser {
    const { row, rows, sound, settled } = user;
    const insuredNumber = insuredNumberOf(key);
    if (settled === undefined) {
      const summary = judgeAnnexUser(insuredNumber, rows);
      if (sound) this.#report(summary.problems);
      else if (!user.mayHaveTotal) {
        const about = { insuredNumber };
        this.#report([annexProblem("total-missing", about, row, annexAt.serviceCode)]);
      }
      return { row, sound, ...factsOf(summary) };
    }
    if (rows.length > 0) this.#report([afterTotal(insuredNumber, settled, rows)]);
    return { row, sound: sound && rows.length === 0, ...factsOf(settled) };
  }

  #report(problems: readonly AnnexProblem[]): void {
    const { findings, fields } = this.#context;
    for (const { problem, row, column } of problems) {
      findings.add(problem, row, column === undefined ? undefined : fields[column]);
    }
  }
}

/** Rows of one user that are kept; a month of a person has a few dozen at most. */
const mostRows = 1000;

/** A user of more rows is judged once, at the end of the file. */
const mostRowsAtOnce = 200;

function begin(row: number): AnnexUserRows {
  return { row, sound: true, served: "no", rows: [], mayHaveTotal: false, settled: undefined };
}

/** Rows of a user whose rows before them added up to the total. */
function afterTotal(
  insuredNumber: string,
  { total }: AnnexSummary,
  rows: readonly AnnexRow[],
): AnnexProblem {
  const again = rows.find(({ role }) => role === "total");
  return again === undefined || total === undefined
    ? annexProblem("row-after-total", { insuredNumber }, rows[0]?.row ?? 0, annexAt.serviceCode)
    : annexProblem("total-twice", { first: total.row }, again.row, annexAt.serviceCode);
}

function factsOf({ lines, total, managedByType }: AnnexSummary) {
  return { lines, total, managedByType };
}
