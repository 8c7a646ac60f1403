import { personRoutes } from "../exchange/persons.ts";
import type { Route } from "../route.ts";

type ThroughDesk<R> = Omit<R, "auth" | "doors" | "errors" | "enrolment" | "path"> & {
  readonly path: `/${string}`;
  readonly auth: "nobody";
  readonly doors: readonly [];
  readonly errors: readonly [];
};

/** A route of the exchange that the desk's page calls through the client, as the person who is logged in. */
function throughDesk<const R extends Route>(route: R): ThroughDesk<R> {
  const {
    auth: _auth,
    doors: _doors,
    errors: _errors,
    enrolment: _enrolment,
    path,
    ...rest
  } = route;
  const behindDesk: `/${string}` = `/api${path.slice("/v1".length)}`;
  return { ...rest, path: behindDesk, auth: "nobody", doors: [], errors: [] };
}

/** 職員: what 管理者 do at the desk. The centre judges who may. */
export const deskPersonRoutes = {
  listPersons: throughDesk(personRoutes.listPersons),
  addPerson: throughDesk(personRoutes.addPerson),
  invitePerson: throughDesk(personRoutes.invitePerson),
  setPersonActive: throughDesk(personRoutes.setPersonActive),
  setPersonRole: throughDesk(personRoutes.setPersonRole),
  reissuePersonPassword: throughDesk(personRoutes.reissuePersonPassword),
  inviteAgain: throughDesk(personRoutes.inviteAgain),
};
