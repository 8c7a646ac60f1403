import { useSyncExternalStore } from "react";

/** Whether the window is wide enough for a table with many columns; renders again when that changes. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

const wide = window.matchMedia("(min-width: 62rem)");

function subscribe(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  return () => {
    wide.removeEventListener("change", onChange);
  };
}
