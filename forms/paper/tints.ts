import type { Ground, Tone } from "./item.ts";

/** The colours of lines and text. */
export const tones: { readonly [Name in Tone]: string } = { ink: "#000000", soft: "#999999" };

/** The colours of grounds. */
export const grounds: { readonly [Name in Exclude<Ground, "none">]: string } = {
  white: "#ffffff",
  light: "#f2f2f2",
  medium: "#d9d9d9",
};
