/** A name as it is searched: full-width and half-width are the same, so are capitals, and blanks do not count. */
export function searchable(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
