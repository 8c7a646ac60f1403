import type { PersonLetter as Letter, Person } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { InvitedPage } from "./InvitedPage.tsx";
import { PersonLetter } from "./PersonLetter.tsx";

/** How a person gets to a password: by a letter, shown once, or by the link of a mail. */
export type Handed =
  | { readonly way: "paper"; readonly letter: Letter }
  | { readonly way: "mail"; readonly person: Person; readonly email: string };

interface HandedOutProps {
  readonly handed: Handed;
  /** Over the letter: what has been done. */
  readonly title: string;
}

/** The page after something was handed out. */
export function HandedOut({ handed, title }: HandedOutProps): ReactNode {
  if (handed.way === "paper") return <PersonLetter title={title} letter={handed.letter} />;
  return <InvitedPage person={handed.person} email={handed.email} />;
}
