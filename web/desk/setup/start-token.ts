/** Takes the one-time start token out of the address: `#start=TOKEN`. */
export function startTokenIn(hash: string): string | undefined {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("start");
  return token === null || token === "" ? undefined : token;
}
