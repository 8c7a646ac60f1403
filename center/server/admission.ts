import { Refusal } from "../errors.ts";

/** How many requests are worked on. */
export interface AdmissionLimits {
  /** Of all offices at a time. */
  readonly requestsAtOnce: number;
  /** Of one office at a time. */
  readonly officeRequestsAtOnce: number;
  /** Of one office that wait for their turn. */
  readonly officeRequestsWaiting: number;
}

/** Lets requests in so that an office at full speed takes no more than its share from the others. */
export interface Admission {
  /**
   * Waits for this office's turn. Offices that wait take turns, one request each; the requests of an office keep their
   * order.
   *
   * @returns what ends the request
   * @throws Refusal `too-many-requests` when too many of this office wait
   */
  enter(office: string): Promise<() => void>;
}

interface Queue {
  working: number;
  readonly waiting: (() => void)[];
}

export function makeAdmission(limits: AdmissionLimits): Admission {
  /** Offices with a request that is worked on or waits. The order of the map is the order of turns. */
  const offices = new Map<string, Queue>();
  let working = 0;

  return {
    async enter(office) {
      const queue = offices.get(office) ?? { working: 0, waiting: [] };
      offices.set(office, queue);
      if (mayBegin(queue) && queue.waiting.length === 0) begin(queue);
      else await turnOf(queue);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave(office, queue);
      };
    },
  };

  function mayBegin(queue: Queue): boolean {
    return working < limits.requestsAtOnce && queue.working < limits.officeRequestsAtOnce;
  }

  function begin(queue: Queue): void {
    queue.working += 1;
    working += 1;
  }

  function turnOf(queue: Queue): Promise<void> {
    if (queue.waiting.length >= limits.officeRequestsWaiting) {
      throw new Refusal("too-many-requests", { retryAfterSeconds: 1 });
    }
    return new Promise((resolve) => queue.waiting.push(resolve));
  }

  function leave(office: string, queue: Queue): void {
    queue.working -= 1;
    working -= 1;
    if (queue.working === 0 && queue.waiting.length === 0) offices.delete(office);
    letIn();
  }

  /** The next turn is that of the office that has waited for one longest. */
  function letIn(): void {
    for (const [office, queue] of offices) {
      const next = mayBegin(queue) ? queue.waiting.shift() : undefined;
      if (!next) continue;
      offices.delete(office);
      offices.set(office, queue);
      begin(queue);
      next();
      return;
    }
  }
}
