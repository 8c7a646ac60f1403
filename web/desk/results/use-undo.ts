import type { ResultsDraft } from "@tsunagi/standard";
import { useState } from "react";
import type { Entry, EntryUser } from "./use-entry.ts";

/** Takes back what was changed on this page, care user by care user, step by step. */
export interface Undo {
  /** Notes how a care user stands before a change. */
  readonly note: (user: EntryUser) => void;
  readonly canUndo: (key: string) => boolean;
  readonly undo: (key: string) => void;
}

const mostSteps = 100;

type Steps = ReadonlyMap<string, readonly ResultsDraft[]>;

export function useUndo({ change }: Pick<Entry, "change">): Undo {
  const [steps, setSteps] = useState<Steps>(new Map());
  const stepsOf = (key: string): readonly ResultsDraft[] => steps.get(key) ?? [];
  return {
    note({ key, draft }) {
      setSteps(new Map(steps).set(key, [...stepsOf(key), draft].slice(-mostSteps)));
    },
    canUndo: (key) => stepsOf(key).length > 0,
    undo(key) {
      const before = stepsOf(key).at(-1);
      if (before === undefined) return;
      setSteps(new Map(steps).set(key, stepsOf(key).slice(0, -1)));
      change(new Map([[key, before]]));
    },
  };
}
