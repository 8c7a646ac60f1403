import type { DeskMessage } from "@tsunagi/contract/desk";

/** What is in the list now, was not before, and nobody has looked at. */
export function newcomers(
  before: readonly DeskMessage[],
  now: readonly DeskMessage[],
): readonly DeskMessage[] {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id, read }) => !read && !known.has(id));
}

/** The sentence that tells of arrivals. */
export function arrivalSentence(arrivals: readonly DeskMessage[]): string {
  const [first, ...others] = arrivals;
  if (first === undefined) return "";
  const one =
    first.notice === null
      ? `${first.partner.name}から「${first.title}」が届きました。`
      : `お知らせ「${first.title}」があります。`;
  return others.length === 0 ? one : `${one}ほかに${others.length}件届いています。`;
}

/** Which messages of a list to show. */
export type Only = "all" | "unread" | "trouble";

/** The messages that a search and a filter leave: `search` is part of the partner's name or number, or of the title. */
export function narrowed(
  messages: readonly DeskMessage[],
  search: string,
  only: Only,
): readonly DeskMessage[] {
  const words = search.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return messages.filter((message) => {
    if (only === "unread" && message.read) return false;
    if (only === "trouble" && message.trouble === null) return false;
    const text = `${message.partner.name} ${message.partner.number} ${message.title}`
      .normalize("NFKC")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
