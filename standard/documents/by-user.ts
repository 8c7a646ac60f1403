import type { SetDocument } from "./document.ts";
import type { CareUser } from "./user-entries.ts";

/** What a document says about one care user: a document of the same kind with what is about that user only. */
export type DocumentOfUser = {
  /** Undefined for deletions, which stay together. */
  readonly user: (CareUser & { readonly name: string | undefined }) | undefined;
  readonly document: SetDocument;
};

/** Takes a document apart by care user, in the order in which they are met, so that it is shown one user at a time. */
export function documentsByUser(document: SetDocument): readonly DocumentOfUser[] {
  switch (document.kind) {
    case "care-plan":
      return groupsOf(document.plans).map((plans) => of(plans, { ...document, plans }));
    case "plan-of-use":
      return groupsOf(document.users).map((users) => of(users, { ...document, users }));
    case "results":
      return groupsOf(document.users).map((users) => of(users, { ...document, users }));
    case "user-basics":
      return groupsOf(document.users).map((users) => of(users, { ...document, users }));
    case "preventive-plan":
      return groupsOf([...document.plans, ...document.basics]).map((both) =>
        of(both, {
          ...document,
          plans: document.plans.filter((plan) => both.includes(plan)),
          basics: document.basics.filter((basics) => both.includes(basics)),
        }),
      );
    case "deletion":
      return [{ user: undefined, document }];
    default:
      return document satisfies never;
  }
}

type Group<Part> = readonly [Part, ...Part[]];
type Named = CareUser & { readonly name?: string | undefined };

function groupsOf<Part extends Named>(parts: readonly Part[]): readonly Group<Part>[] {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const key = `${part.insurerNumber}/${part.insuredNumber}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return [...groups.values()];
}

function of(parts: Group<Named>, document: SetDocument): DocumentOfUser {
  const { insurerNumber, insuredNumber } = parts[0];
  const name = parts.find((part) => part.name !== undefined)?.name;
  return { user: { insurerNumber, insuredNumber, name }, document };
}
