import type { GivenFile } from "../../client/index.ts";
import { joinNetwork, type Network, planner, provider } from "../../client/testing/network.ts";
import { plan, results, withOffice } from "../../client/testing/samples.ts";
import type { Chance } from "./chance.ts";

/** What a process of one office has to know. */
export interface SoakOffice {
  readonly number: string;
  readonly kind: "plans" | "results";
  /** Numbers of the offices it sends to. */
  readonly partners: readonly [string, ...string[]];
  readonly folder: string;
  readonly officeId: string;
  readonly personId: string;
  readonly seed: number;
}

const managers = [planner, { ...planner, number: "1370000037", name: "つなぎ第二居宅介護支援" }];
const helpers = [provider, { ...provider, number: "1370000045", name: "みほん第二訪問介護" }];
const numbersOf = (offices: readonly { readonly number: string }[]): [string, ...string[]] => {
  const [first = "", ...others] = offices.map(({ number }) => number);
  return [first, ...others];
};

/** Two care managers and two helpers' offices join; each sends to both of the other kind. */
export async function joinAll(network: Network, chance: Chance): Promise<SoakOffice[]> {
  const joined: SoakOffice[] = [];
  for (const office of [...managers, ...helpers]) {
    const desk = await joinNetwork(network, office);
    const isManager = managers.includes(office);
    joined.push({
      number: office.number,
      kind: isManager ? "plans" : "results",
      partners: numbersOf(isManager ? helpers : managers),
      folder: desk.folder,
      officeId: desk.letter.officeId,
      personId: desk.personId,
      seed: chance.between(0, 2 ** 31),
    });
    await desk.engine.close();
  }
  return joined;
}

/** The files of a set that this office has not sent before: its set time counts the messages made so far. */
export function setFor(office: SoakOffice, chance: Chance, made: number): GivenFile[] {
  const [own, partner] = office.kind === "plans" ? [planner, provider] : [provider, planner];
  const files = office.kind === "plans" ? plan() : results();
  const between = withOffice(
    withOffice(files, own.number, office.number),
    partner.number,
    chance.one(office.partners),
  );
  const setTime = new Date(Date.UTC(2026, 10, 20) + made * 1000)
    .toISOString()
    .replace(/\D/g, "")
    .slice(0, 14);
  return between.map(({ name, bytes }) => ({
    name: name.replace(/_\d{14}\.CSV$/, `_${setTime}.CSV`),
    bytes,
  }));
}
