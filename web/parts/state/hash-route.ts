import { useSyncExternalStore } from "react";

/** Where the page is: the parts of `#/received/0199…` are `["received", "0199…"]`. */
export type Place = readonly string[];

/** Reads the part of an address behind `#`. What cannot be decoded is taken as it stands. */
export function placeFrom(hash: string): Place {
  return hash
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
}

/** The address of a place, for `href`. */
export function addressOf(...parts: Place): string {
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

/** Goes to a place; `replace` leaves no step for the browser's back button. */
export function goTo(address: string, how: "push" | "replace" = "push"): void {
  if (how === "push") window.location.hash = address;
  else window.location.replace(address);
}

/** Where the page is now; renders again when that changes. */
export function usePlace(): Place {
  return placeFrom(useSyncExternalStore(subscribe, currentHash));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => {
    window.removeEventListener("hashchange", onChange);
  };
}

function currentHash(): string {
  return window.location.hash;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
