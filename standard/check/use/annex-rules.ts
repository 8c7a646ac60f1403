import { isOfficeNumber } from "../../values/office-number.ts";
import { largestFacts, type UserKey } from "../keys.ts";
import type { FileContext, RowRules, StartRowRules } from "../row-rules.ts";
import { type AnnexProblem, annexProblem } from "./annex-problems.ts";
import { type AnnexRow, annexAt, readAnnexRow } from "./annex-row.ts";
import { checkAnnexRow } from "./annex-row-checks.ts";
import { judgeAnnexUser } from "./annex-user.ts";
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
  readonly rows: AnnexRow[];
  /** Whether a grand total was seen, or a row that may be one but cannot be read. */
  mayHaveTotal: boolean;
};

class AnnexRules implements RowRules {
  readonly #context: FileContext;
  readonly #users: Users<AnnexUserRows> = new Users(begin);
  readonly #services = new Services();
  readonly #shapes = new LineShapes();
  readonly #served: ServedUsers;
  #kept = 0;
  #tooMuch = false;

  constructor(context: FileContext) {
    this.#context = context;
    this.#served = new ServedUsers(context);
  }

  row(row: readonly string[], number: number, sound: boolean): void {
    const insured = row[annexAt.insuredNumber] ?? "";
    const user = this.#users.of(row[annexAt.insurerNumber] ?? "", insured, number);
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

  /** Judges a user once all rows are there, since rows of a user may stand anywhere in the file. */
  #finish(key: UserKey, { row, rows, sound, mayHaveTotal }: AnnexUserRows): AnnexUser {
    const insuredNumber = insuredNumberOf(key);
    const { problems, ...facts } = judgeAnnexUser(insuredNumber, rows);
    if (sound) this.#report(problems);
    else if (!mayHaveTotal) {
      const about = { insuredNumber };
      this.#report([annexProblem("total-missing", about, row, annexAt.serviceCode)]);
    }
    return { row, sound, ...facts };
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

function begin(row: number): AnnexUserRows {
  return { row, sound: true, served: "no", rows: [], mayHaveTotal: false };
}
