/** A value as a message quotes it: its beginning where it is long, so that findings stay small whatever a file holds. */
export function shortened(value: string, length = 40): string {
  if (value.length <= length) return value;
  // Never half a pair.
  return `${value.slice(0, length).replace(/[\ud800-\udbff]$/, "")}…`;
}
