/** The text fields of a form, by name. */
export type Values = Readonly<Record<string, string>>;

/** What a form asks of a field: the sentence to show when the value will not do. */
export type Rules<V extends Values> = {
  readonly [K in keyof V]?: (value: string, all: V) => string | undefined;
};

/** How a field's value is mended when it is left. */
export type Mends<V extends Values> = { readonly [K in keyof V]?: (typed: string) => string };

/** What is wrong, by field. */
export type Faults<V extends Values> = { readonly [K in keyof V]?: string };

/** Checks every field that has a rule. */
export function faultsOf<V extends Values>(values: V, rules: Rules<V>): Faults<V> {
  const faults: { [K in keyof V]?: string } = {};
  for (const name of Object.keys(rules) as (keyof V)[]) {
    const fault = rules[name]?.(values[name] ?? "", values);
    if (fault !== undefined) faults[name] = fault;
  }
  return faults;
}

/** Mends every field at once, as sending a form with the Enter key leaves none. */
export function mended<V extends Values>(values: V, mends: Mends<V>): V {
  const result: Record<keyof V, string> = { ...values };
  for (const name of Object.keys(mends) as (keyof V)[]) {
    result[name] = mends[name]?.(values[name] ?? "") ?? "";
  }
  return result as V;
}

/** Says that something is missing: `姓を入力してください。` */
export function needed(label: string): (value: string) => string | undefined {
  return (value) => (value.trim() === "" ? `${label}を入力してください。` : undefined);
}
