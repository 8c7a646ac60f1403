import { useState } from "react";
import {
  type Faults,
  faultsOf,
  type Mends,
  mended,
  type Rules,
  type Values,
} from "./form-values.ts";

/** What one field needs to be drawn; see `FormField`. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly fault: string | undefined;
  /** What was typed before it was mended; `undefined` when nothing was. */
  readonly typed: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

export interface FormState<V extends Values> {
  readonly values: V;
  readonly field: (name: keyof V & string) => Field;
  /** What is wrong, in the order of the fields; shown after a try to send. */
  readonly summary: readonly { readonly name: string; readonly sentence: string }[];
  /** Counts the tries that did not pass, so that the summary can take the focus each time. */
  readonly tries: number;
  /** Mends and checks all; gives the values if they will do. */
  readonly check: () => V | undefined;
  /** Puts in what the other side said of single fields. */
  readonly blame: (faults: Readonly<Record<string, string>>) => void;
  readonly set: (name: keyof V & string, value: string) => void;
  /** Puts in several values at once. */
  readonly put: (some: Partial<V>) => void;
}

interface Options<V extends Values> {
  readonly initial: V;
  readonly rules: Rules<V>;
  readonly mends?: Mends<V>;
  /** Called with every change, to keep a draft. */
  readonly onValues?: (values: V) => void;
}

/**
 * The state of a form: a field is mended and checked when it is left, all of them when the form is sent; a fault goes
 * as soon as the value will do.
 */
export function useForm<V extends Values>({
  initial,
  rules,
  mends = {},
  onValues,
}: Options<V>): FormState<V> {
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<Faults<V>>({});
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [tries, setTries] = useState(0);

  const keep = (next: V): void => {
    setValues(next);
    onValues?.(next);
  };

  const change = (name: keyof V & string, value: string): void => {
    const next = { ...values, [name]: value };
    keep(next);
    setTyped((before) => without(before, name));
    const still = faultsOf(next, rules);
    setFaults((before) => kept(before, still));
  };

  const leave = (name: keyof V & string): void => {
    const value = values[name] ?? "";
    if (value === "") return;
    const better = mends[name]?.(value) ?? value;
    const next = { ...values, [name]: better };
    if (better !== value) {
      keep(next);
      setTyped((before) => ({ ...before, [name]: value }));
    }
    const now = faultsOf(next, rules);
    setFaults((before) => ({ ...kept(before, now), ...only(now, name) }));
  };

  const check = (): V | undefined => {
    const next = mended(values, mends);
    keep(next);
    setTyped((before) => ({ ...before, ...changed(values, next) }));
    const now = faultsOf(next, rules);
    setFaults(now);
    if (Object.keys(now).length === 0) return next;
    setTries((n) => n + 1);
    return undefined;
  };

  const blame = (given: Readonly<Record<string, string>>): void => {
    const known = Object.entries(given).filter(([name]) => name in values);
    if (known.length === 0) return;
    setFaults(Object.fromEntries(known) as Faults<V>);
    setTries((n) => n + 1);
  };

  const names = Object.keys(values) as (keyof V & string)[];
  return {
    values,
    tries,
    check,
    blame,
    set: change,
    put: (some) => {
      const next = { ...values, ...some };
      keep(next);
      setFaults((before) => kept(before, faultsOf(next, rules)));
    },
    summary: names.flatMap((name) => {
      const sentence = faults[name];
      return sentence === undefined ? [] : [{ name, sentence }];
    }),
    field: (name) => ({
      name,
      value: values[name] ?? "",
      fault: faults[name],
      typed: typed[name],
      onChange: (value) => {
        change(name, value);
      },
      onBlur: () => {
        leave(name);
      },
    }),
  };
}

/** The faults of before that are faults still, with the sentence of now. */
function kept<V extends Values>(before: Faults<V>, now: Faults<V>): Faults<V> {
  return Object.fromEntries(Object.entries(now).filter(([name]) => name in before)) as Faults<V>;
}

/** What stood before, of the values that are others now. */
function changed<V extends Values>(before: V, now: V): Partial<V> {
  const others = Object.entries(before).filter(([name, value]) => now[name] !== value);
  return Object.fromEntries(others) as Partial<V>;
}

function only<V extends Values>(faults: Faults<V>, name: keyof V): Faults<V> {
  const sentence = faults[name];
  return (sentence === undefined ? {} : { [name]: sentence }) as Faults<V>;
}

function without(record: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const { [name]: _, ...rest } = record;
  return rest;
}
