import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes, personRoutes } from "@tsunagi/contract/exchange";
import type { Session } from "../session/session.ts";

/** 職員: the persons of the office, as the person who is logged in keeps them; the centre lets 管理者 alone. */
export type Persons = Pick<Caller<ExchangeRoutes>, keyof typeof personRoutes>;

export function personsOf({ authorized }: Pick<Session, "authorized">): Persons {
  return {
    listPersons: () => authorized((call) => call.listPersons()),
    addPerson: (input) => authorized((call) => call.addPerson(input)),
    invitePerson: (input) => authorized((call) => call.invitePerson(input)),
    setPersonActive: (input) => authorized((call) => call.setPersonActive(input)),
    setPersonRole: (input) => authorized((call) => call.setPersonRole(input)),
    reissuePersonPassword: (input) => authorized((call) => call.reissuePersonPassword(input)),
    inviteAgain: (input) => authorized((call) => call.inviteAgain(input)),
  };
}
