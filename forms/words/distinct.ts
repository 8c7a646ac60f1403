/** What rows say alike once, and what they say otherwise beside it: nothing that one of them says is lost. */
export function distinct(values: Iterable<string | undefined>): string {
  return [...new Set(values)].filter((value) => value !== undefined && value !== "").join("、");
}
