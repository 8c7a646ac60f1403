import { isFinal, openMailServer } from "./mail-server.ts";

/** How people are told by e-mail. */
export interface MailConfig {
  /** `smtp://` or `smtps://`, with user and password if it needs them. */
  readonly smtpUrl: string;
  /** The address the mail comes from. */
  readonly from: string;
  /** Of the portal, as people reach it; stands in the mail. */
  readonly portalUrl: string;
  /** The address of the help desk, which hears of inquiries. */
  readonly helpDesk?: string;
  /** Seconds between two looks at what waits; 60 unless told. */
  readonly everySeconds?: number;
}

/** Rung on the bell when a mail is due that somebody waits for. No office has this number. */
export const mailBell = "mail";

/** Tells people by e-mail what waits for them. */
export interface Postman {
  /** @returns how many mails the mail server has taken */
  sendDue(): Promise<number>;
  close(): void;
}

/** A mail as it goes out. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What a postman takes around. */
export interface Round<Due> {
  /** Notes what is due as sent before it is, so that of several processes one sends it. */
  claim(): Promise<readonly Due[]>;
  /** Undefined where it goes to nobody. */
  letter(due: Due): Letter | undefined | Promise<Letter | undefined>;
  /** Takes the note back: the mail server was away or said "later". */
  giveBack(due: Due): Promise<unknown>;
  /** The mail server has answered for good: it has taken the mail, or never will. */
  settle?(due: Due, taken: boolean): Promise<unknown>;
}

/** Several processes send each mail once; one that dies between noting and sending it sends none. */
export function goRound<Due>(
  { smtpUrl, from }: Pick<MailConfig, "smtpUrl" | "from">,
  onError: (error: unknown) => void,
  round: Round<Due>,
): Postman {
  const server = openMailServer(smtpUrl);

  async function deliver(due: Due): Promise<"taken" | "refused" | "later" | "to nobody"> {
    try {
      const letter = await round.letter(due);
      if (letter === undefined) return "to nobody";
      await server.sendMail({ from, ...letter });
      return "taken";
    } catch (error) {
      onError(error);
      return isFinal(error) ? "refused" : "later";
    }
  }

  return {
    async sendDue() {
      let sent = 0;
      for (const due of await round.claim()) {
        const outcome = await deliver(due);
        if (outcome === "taken") sent += 1;
        if (outcome === "later") await round.giveBack(due);
        if (outcome === "taken" || outcome === "refused") {
          await round.settle?.(due, outcome === "taken");
        }
      }
      return sent;
    },
    close: () => server.close(),
  };
}
