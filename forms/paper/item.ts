/**
 * What stands on a page. All lengths are millimetres; `x` and `y` count from the page's upper left corner, to the right
 * and downwards.
 */
export type Item = LineItem | BoxItem | RingItem | TextItem | PictureItem | LinkItem;

/** How dark something is: `soft` is the grey of ruling that only guides the eye. */
export type Tone = "ink" | "soft";

/** A straight line; dashed, where two rows of one cell are told apart. */
export type LineItem = {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
  readonly tone: Tone;
  readonly dashed: boolean;
};

/** A rectangle: its outline, or, with `thickness` 0, a light ground behind what is drawn after it. */
export type BoxItem = {
  readonly kind: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly thickness: number;
  readonly ground: Ground;
};

/** What a box is filled with: nothing, paper white (it hides what lies under it), or one of two light greys. */
export type Ground = "none" | "white" | "light" | "medium";

/** The ring around a chosen word: half circles at both ends. */
export type RingItem = {
  readonly kind: "ring";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** One line of text, as wide as `widthOf` says; `y` is its base line, `size` the em. */
export type TextItem = {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
};

/** A JPEG picture, stretched to its place: whoever puts it there keeps its proportions. */
export type PictureItem = {
  readonly kind: "picture";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
  /** What it shows, in words. */
  readonly says: string;
};

/** A place that leads to the first page of another form of the same file; only PDF knows it. */
export type LinkItem = {
  readonly kind: "link";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly to: string;
};
