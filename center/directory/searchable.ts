/** A name as it is searched: full-width and half-width are the same, so are capitals, and blanks do not count. */
export function searchable(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

/** A pattern for LIKE: office numbers that begin with what is searched, where that can be one; null matches none. */
export function numberLike(wanted: string): string | null {
  return /^[0-9a-z]{1,10}$/.test(wanted) ? `${wanted.toUpperCase()}%` : null;
}
