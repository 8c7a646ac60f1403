import { type AddedLine, noTimes, type ResultsDraft, type ResultsRoute } from "@tsunagi/standard";
import { timeTyped } from "./times-typed.ts";
import { unitsRule } from "./units-typed.ts";

/** What is typed for a line that is added. */
export interface AddedValues {
  readonly [name: string]: string;
  readonly code: string;
  readonly start: string;
  readonly end: string;
  readonly units: string;
  readonly satellite: string;
  /** TAISコード, or 福祉用具届出コード without the hyphen; for rented equipment. */
  readonly taisCode: string;
}

/** A service that stands in a plan of the month, with 単位数. */
export interface KnownService {
  readonly code: string;
  readonly units: number;
}

/** The services that this office gives to the care users of a route, each once, by code. */
export function knownServices({ users }: ResultsRoute): readonly KnownService[] {
  const units = new Map<string, number>();
  for (const { rows } of users) {
    for (const { record } of rows) units.set(record.serviceCode, record.units);
  }
  return Array.from(units, ([code, of]) => ({ code, units: of })).sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
}

type Rule = (value: string, values: AddedValues) => string | undefined;

/** What is wrong with each value; see `useForm`. */
export function addedRules(serviceType: string): Readonly<Record<string, Rule>> {
  const rents = serviceType === "17" || serviceType === "67";
  return {
    code: (value) => {
      if (!/^[0-9A-Z]{6}$/.test(value)) return "サービスコードを、6文字の英数字で入れてください。";
      return value.startsWith(serviceType)
        ? undefined
        : `この事業所は種類 ${serviceType} の予定を受けています。${serviceType} から始まるコードを入れてください。`;
    },
    units: unitsRule,
    start: hours,
    end: hours,
    satellite: (value) =>
      value === "" || /^\d{2}$/.test(value) ? undefined : "枝番を2桁の数字で入れてください。",
    taisCode: (value) =>
      !rents || (value !== "" && value.length <= 12)
        ? undefined
        : "TAISコードか福祉用具届出コードを入れてください。",
  };
}

const hours: Rule = (value, { start, end }) => {
  if (start === "" && end === "") return undefined;
  return timeTyped(value) === undefined
    ? "開始と終了の両方を、4桁の数字で入れてください（例 0910）。時刻のないサービスは両方を空にします。"
    : undefined;
};

/** The line that the values say; times that are empty mean a service without times. */
export function addedLine(values: AddedValues, { lines }: ResultsDraft): AddedLine {
  const { code, units, satellite, taisCode } = values;
  const officeName = lines.find(({ service }) => service.officeName !== undefined)?.service
    .officeName;
  const [start, end] = [timeTyped(values.start), timeTyped(values.end)];
  const equipment = /^\d{5}-\d{6}$/.test(taisCode) ? { taisCode } : { equipmentCode: taisCode };
  return {
    service: {
      serviceCode: code,
      ...(officeName !== undefined && { officeName }),
      ...(satellite !== "" && { satellite }),
      ...(taisCode !== "" && equipment),
    },
    times: start === undefined || end === undefined ? noTimes : { start, end },
    units: Number(units),
  };
}
