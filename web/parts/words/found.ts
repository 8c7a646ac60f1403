/** A text as it is searched: full-width and half-width are the same, so are capitals, and blanks do not count. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

/** Whether every word that was typed, parted by blanks, stands somewhere in the texts. */
export function holds(texts: readonly string[], typed: string): boolean {
  const all = searchable(texts.join("\n"));
  return typed
    .normalize("NFKC")
    .split(/\s+/)
    .every((word) => all.includes(searchable(word)));
}
