import { useCallback, useEffect, useState } from "react";
import { centre } from "../api.ts";
import {
  answers,
  type Checked,
  checkBrowser,
  checkCalendar,
  checkClock,
  checkPdf,
  checkTerminal,
  noAnswer,
} from "./checks.ts";

/** What is looked at, and what was found; `undefined` while it is not known. */
export type TerminalChecks = readonly (readonly [what: string, found: Checked | undefined])[];

/** Looks at this terminal: at once at what the browser tells, and by a call to the centre at network and clock. */
export function useTerminalChecks(): {
  readonly checks: TerminalChecks;
  readonly again: () => void;
} {
  const [heard, setHeard] = useState<Heard>({});
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    const gone = new AbortController();
    const look = async (): Promise<void> => {
      const found = await hear(gone.signal);
      if (!gone.signal.aborted) setHeard(found);
    };
    void look();
    return () => {
      gone.abort();
    };
  }, [round]);

  const again = useCallback(() => {
    setHeard({});
    setRound((n) => n + 1);
  }, []);

  const { userAgent, pdfViewerEnabled } = navigator;
  const { calendar } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    checks: [
      ["パソコン", checkTerminal(userAgent)],
      ["ブラウザ", checkBrowser(userAgent)],
      ["ネットワーク", heard.network],
      ["時計", heard.clock],
      ["カレンダー", checkCalendar(calendar)],
      ["PDFの表示", checkPdf(pdfViewerEnabled)],
    ],
    again,
  };
}

interface Heard {
  readonly network?: Checked;
  readonly clock?: Checked;
}

async function hear(signal: AbortSignal): Promise<Heard> {
  const sent = Date.now();
  try {
    const { time } = await centre.health(undefined, { signal });
    // The centre wrote the time about in the middle of asking and hearing.
    const mine = new Date((sent + Date.now()) / 2);
    return { network: answers, clock: checkClock(mine, new Date(time)) };
  } catch {
    const unknown: Checked = { standing: "warn", says: "センターとつながると、時計を比べます。" };
    return { network: noAnswer, clock: unknown };
  }
}
