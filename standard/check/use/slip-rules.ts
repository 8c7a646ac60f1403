import { columnsOf } from "../../layout/columns.ts";
import { isTime } from "../../values/clock-time.ts";
import { isMonth } from "../../values/month-of-service.ts";
import { isOfficeNumber } from "../../values/office-number.ts";
import { largestFacts } from "../keys.ts";
import type { FileContext, RowRules, StartRowRules } from "../row-rules.ts";
import { checkClaimDays, countClaimDays } from "./claim-days.ts";
import { checkLineNumbers } from "./equipment-rows.ts";
import type { SlipFacts } from "./facts.ts";
import { LineShapes } from "./line-shapes.ts";
import { ServedUsers } from "./served.ts";
import { checkScope } from "./service-scope.ts";
import { type Service, Services } from "./services.ts";
import { SlipOffices } from "./slip-offices.ts";
import { type SlipLineRows, SlipUserRows } from "./slip-user.ts";
import { checkTimes, packVisit } from "./times.ts";
import { Users } from "./users.ts";

/** Columns of table 6: those of plan and results are the same. */
const at = columnsOf("UPPLAN");

/** The rules of table 6, plan 予定. */
export const startPlanRules: StartRowRules = (context) => new SlipRules("UPPLAN", context);

/** The rules of table 6, results 実績. */
export const startResultsRules: StartRowRules = (context) => new SlipRules("UPJSK", context);

type Row = readonly string[];

class SlipRules implements RowRules {
  readonly #kind: SlipFacts["kind"];
  readonly #context: FileContext;
  readonly #users: Users<SlipUserRows> = new Users((row) => new SlipUserRows(row));
  readonly #services = new Services();
  readonly #shapes = new LineShapes();
  readonly #offices: SlipOffices;
  readonly #served: ServedUsers;
  #lineOfLastRow: SlipLineRows | undefined;
  #userOfLastRow: SlipUserRows | undefined;
  #kept = 0;
  #tooMuch = false;

  constructor(kind: SlipFacts["kind"], context: FileContext) {
    this.#kind = kind;
    this.#context = context;
    this.#offices = new SlipOffices(context);
    this.#served = new ServedUsers(context);
  }

  row(row: Row, number: number, sound: boolean): void {
    const user = this.#users.of(text(row, at.insurerNumber), text(row, at.insuredNumber), number);
    if (sound) this.#soundRow(row, number, user);
    else this.#unsoundRow(row, number, user);
  }

  end(): SlipFacts | undefined {
    const { findings, fields } = this.#context;
    const users = this.#users.byKey;
    if (this.#kind === "UPPLAN") this.#served.report(users, this.#context, at.serviceOffice);
    for (const { equipment, lines } of users.values()) {
      if (equipment) checkLineNumbers(equipment, fields[at.lineNo], findings);
      for (const line of lines) line.close();
    }
    if (this.#tooMuch || this.#users.overflow) {
      findings.report("too-much-to-compare", undefined);
      return undefined;
    }
    return { kind: this.#kind, users };
  }

  #soundRow(row: Row, number: number, user: SlipUserRows | undefined): void {
    const service = this.#services.of(text(row, at.serviceCode));
    this.#checkService(row, service, number);
    this.#checkHours(row, number);
    this.#checkOffices(row, service, number);
    if (user === undefined || service.role !== "service") return;
    const office = text(row, at.serviceOffice);
    user.served = this.#served.after(user.served, office, service.type);
    const line = this.#lineOf(row, user, office, service, number);
    if (line === undefined) {
      user.sound = false;
      return;
    }
    this.#addVisit(row, number, user, line, service);
  }

  #addVisit(
    row: Row,
    number: number,
    user: SlipUserRows,
    line: SlipLineRows,
    service: Service,
  ): void {
    const date = text(row, at.serviceDate);
    const start = text(row, at.startTime);
    const lineNo = text(row, at.lineNo);
    if (service.rental) {
      const { shape } = line;
      const equipment = { shape, row: number, date, units: text(row, at.units), lineNo };
      if (!user.addEquipment(equipment)) this.#tooMuch = true;
    } else if (lineNo === "") {
      const visit = packVisit(date, start, text(row, at.endTime));
      const first = line.sameVisit(visit, date, number);
      if (first !== undefined) {
        this.#context.findings.report("visit-twice", { first }, { row: number });
      }
    } else {
      const place = this.#place(number, at.lineNo);
      const { code: serviceCode } = service;
      this.#context.findings.report("line-number-elsewhere", { serviceCode }, place);
    }
    line.add({
      row: number,
      date,
      count: Number(text(row, at.count)),
      units: Number(text(row, at.units)),
      claimDays: countClaimDays(text(row, at.dailyClaimDays)),
      timed: start !== "9999",
    });
  }

  /** Of a row with a wrong value only what is right by itself is looked at, and the user's sums are given up. */
  #unsoundRow(row: Row, number: number, user: SlipUserRows | undefined): void {
    const code = text(row, at.serviceCode);
    const start = text(row, at.startTime);
    const end = text(row, at.endTime);
    if (isTimeOrNone(start) && isTimeOrNone(end)) {
      checkTimes(start, end, this.#context.findings, this.#place(number, at.startTime));
    }
    const codeIsRight = /^[0-9A-Z]{6}$/.test(code);
    const service = this.#services.of(codeIsRight ? code : "");
    if (codeIsRight) this.#checkService(row, service, number);
    if (user === undefined) return;
    user.sound = false;
    const office = text(row, at.serviceOffice);
    if (isOfficeNumber(office) && codeIsRight) {
      user.served = this.#served.after(user.served, office, service.type);
    } else if (user.served !== "yes") user.served = "unknown";
  }

  #checkService(row: Row, service: Service, number: number): void {
    const { findings } = this.#context;
    const { role, scope, rental, type, code: serviceCode } = service;
    if (role !== "service") {
      const place = this.#place(number, at.serviceCode);
      findings.report("total-in-slip", { serviceCode }, place);
    } else if (scope === undefined || scope === "out-of-scope" || scope === "management") {
      checkScope(type, findings, this.#place(number, at.serviceCode));
    } else if (rental && text(row, at.taisCode) === "" && text(row, at.equipmentCode) === "") {
      const place = this.#place(number, at.taisCode);
      findings.report("equipment-code-missing", { serviceCode }, place);
    }
  }

  #checkHours(row: Row, number: number): void {
    const { findings } = this.#context;
    const start = text(row, at.startTime);
    const end = text(row, at.endTime);
    if (start === end ? start !== "9999" : start === "9999" || end === "9999") {
      checkTimes(start, end, findings, this.#place(number, at.startTime));
    }
    const days = text(row, at.dailyClaimDays);
    const month = text(row, at.month);
    if (days !== "" && isMonth(month)) {
      checkClaimDays(days, month, findings, this.#place(number, at.dailyClaimDays));
    }
  }

  #checkOffices(row: Row, service: Service, number: number): void {
    if (this.#kind === "UPPLAN") {
      const office = text(row, at.planningOffice);
      this.#offices.checkPlanner(office, service, number, at.planningOffice);
      return;
    }
    this.#offices.checkProvider(text(row, at.serviceOffice), number, at.serviceOffice);
    this.#offices.checkType(service.type, number, at.serviceCode);
  }

  /** Rows of a line mostly stand together, so that the line of the row before is tried first. */
  #lineOf(
    row: Row,
    user: SlipUserRows,
    office: string,
    service: Service,
    number: number,
  ): SlipLineRows | undefined {
    const satellite = text(row, at.satellite);
    const taisCode = text(row, at.taisCode);
    const equipmentCode = text(row, at.equipmentCode);
    const last = this.#userOfLastRow === user ? this.#lineOfLastRow?.shape : undefined;
    if (
      last !== undefined &&
      last.serviceCode === service.code &&
      last.office === office &&
      last.satellite === satellite &&
      last.taisCode === taisCode &&
      last.equipmentCode === equipmentCode
    ) {
      return this.#lineOfLastRow;
    }
    if (this.#kept >= largestFacts) this.#tooMuch = true;
    if (this.#tooMuch) return undefined;
    const known = user.lines.length;
    const line = user.line(
      this.#shapes.of(office, satellite, service.code, taisCode, equipmentCode),
      number,
    );
    if (line === undefined) this.#tooMuch = true;
    this.#kept += user.lines.length - known;
    this.#userOfLastRow = user;
    this.#lineOfLastRow = line;
    return line;
  }

  #place(row: number, column: number) {
    return { row, field: this.#context.fields[column] };
  }
}

/** The engine hands on rows with the right number of fields only. */
function text(row: Row, column: number): string {
  return row[column] ?? "";
}

function isTimeOrNone(value: string): boolean {
  return value === "9999" || isTime(value);
}
