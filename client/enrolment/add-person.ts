import type { PersonName, Role } from "@tsunagi/contract";
import { enterOffice, leaveOffice, type OfficeLine } from "./enrol.ts";

/** A new person (個人ユーザ), and the login of the office account that makes the person. */
export interface NewPerson {
  readonly officeId: string;
  readonly password: string;
  readonly name: PersonName;
  /** 管理者 or 一般. */
  readonly role: Role;
}

/** Shown once: the person changes the provisional password at the first login. */
export interface PersonLetter {
  readonly personId: string;
  readonly provisionalPassword: string;
  readonly provisionalUntil: string;
}

/**
 * Makes a person of the office. Needs no certificate: the first person is made before anybody can log in at the desk.
 * @throws CallError with the centre's code
 */
export async function addPerson(line: OfficeLine, person: NewPerson): Promise<PersonLetter> {
  try {
    await enterOffice(line, person);
    const added = await line.call.addPerson({ body: { name: person.name, role: person.role } });
    return {
      personId: added.person.personId,
      provisionalPassword: added.provisionalPassword,
      provisionalUntil: added.provisionalUntil,
    };
  } finally {
    await leaveOffice(line);
  }
}
