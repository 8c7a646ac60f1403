/** Versions that are told apart; a client may say anything. */
const versionsAtMost = 50;

/**
 * What version a client says it is (`tsunagi/1.2.3`): `other` for another program, and for what comes after fifty
 * versions, so that nobody can make the list grow.
 */
export function namedVersion(): (userAgent: string) => string {
  const known = new Set<string>();
  return (userAgent) => {
    const version = /^tsunagi\/([0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4})$/.exec(userAgent)?.[1];
    if (version === undefined) return "other";
    if (known.size < versionsAtMost) known.add(version);
    return known.has(version) ? version : "other";
  };
}
