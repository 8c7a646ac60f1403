import type { Locator, Page } from "playwright-core";

/** A person who is in no hurry: seconds for a character typed, for finding and pressing something, and to read one. */
const seconds = { typed: 0.6, pressed: 3, read: 60 / 600 } as const;

/** One step, in seconds: what a person takes to read, type and press, and what the machine makes them wait. */
export interface Took {
  readonly step: string;
  readonly person: number;
  readonly machine: number;
}

/** Does what a person does on a page, and reckons how long a person takes for it. */
export interface Pace {
  readonly step: (name: string, work: () => Promise<void>) => Promise<void>;
  readonly type: (field: Locator, text: string) => Promise<void>;
  readonly press: (what: Locator) => Promise<void>;
  /** Reads all that the page shows in its main part. */
  readonly read: (page: Page) => Promise<void>;
  readonly took: readonly Took[];
}

export function makePace(): Pace {
  const took: Took[] = [];
  let person = 0;
  return {
    took,
    async step(name, work) {
      person = 0;
      const begun = performance.now();
      await work();
      took.push({ step: name, person, machine: (performance.now() - begun) / 1000 });
    },
    async type(field, text) {
      await field.fill(text);
      person += seconds.pressed + text.length * seconds.typed;
    },
    async press(what) {
      await what.click();
      person += seconds.pressed;
    },
    async read(page) {
      const text = (await page.locator("main").allInnerTexts()).join("");
      person += text.replaceAll(/\s/g, "").length * seconds.read;
    },
  };
}

/** `利用申請 3.2分 (待ち 0.1分)`, and the sum. */
export function linesOf(took: readonly Took[]): string[] {
  const sum = (of: "person" | "machine"): number => took.reduce((all, one) => all + one[of], 0);
  const all = { step: "合わせて", person: sum("person"), machine: sum("machine") };
  return [...took, all].map(({ step, person, machine }) => {
    const minutes = ((person + machine) / 60).toFixed(1);
    return `${step}: ${minutes}分 (うち機械を待つ時間 ${(machine / 60).toFixed(1)}分)`;
  });
}

/** A person's minutes of all steps together: what the machine takes depends on which it is. */
export function personsMinutes(took: readonly Took[]): number {
  return took.reduce((all, { person }) => all + person, 0) / 60;
}
