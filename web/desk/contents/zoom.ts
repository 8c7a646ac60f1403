/** How large a page is shown; 1 is as wide as there is room. */
export const zooms: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The next size up or down; the same where there is none. */
export function zoomed(zoom: number, direction: "in" | "out"): number {
  const next =
    direction === "in" ? zooms.find((one) => one > zoom) : zooms.findLast((one) => one < zoom);
  return next ?? zoom;
}

/** What a key of the shown pages does to their size: + and -, and 0 for the width of the window. */
export function zoomOfKey(key: string, zoom: number): number | undefined {
  if (key === "+" || key === ";" || key === "=") return zoomed(zoom, "in");
  if (key === "-") return zoomed(zoom, "out");
  return key === "0" ? 1 : undefined;
}
