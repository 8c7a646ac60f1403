/** A path as it was pasted: Windows puts it into quotes (「パスのコピー」). */
export function pastedPath(typed: string): string {
  return typed.trim().replace(/^"(.*)"$/, "$1");
}

/** The folder that a path is in, of Windows or another system. */
export function placeOf(path: string): string {
  const place = path.replace(/[\\/][^\\/]*$/, "");
  // A drive or the root by itself is only named with its stroke.
  return /^([A-Za-z]:)?$/.test(place) ? path.slice(0, place.length + 1) : place;
}
