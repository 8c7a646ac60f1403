import { type StepId, stepIds } from "./steps.ts";

const key = "tsunagi-start";

/** Which steps are done, as this browser remembers it; none where it remembers nothing. */
export function doneSteps(storage: Storage | undefined): ReadonlySet<StepId> {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? "[]");
    return new Set(Array.isArray(kept) ? stepIds.filter((id) => kept.includes(id)) : []);
  } catch {
    return new Set();
  }
}

/** Keeps them, where the browser lets the page. */
export function keepSteps(storage: Storage | undefined, done: ReadonlySet<StepId>): void {
  try {
    storage?.setItem(key, JSON.stringify([...done]));
  } catch {
    // Full, or closed to pages: the steps are kept as long as the page is open.
  }
}

/** The browser's storage; `undefined` where it is closed to pages. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
