import type { Page } from "playwright-core";

/**
 * What of the page's text cannot be read, however one scrolls the page: it stands out of the window to the side, or a box
 * that does not scroll hides its end. Each with its first words.
 */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const window = globalThis as unknown as BrowserWindow;
    const scrolls = (element: BrowserElement): boolean =>
      /auto|scroll/.test(window.getComputedStyle(element).overflowX);
    const told = new Set<string>();
    next: for (const element of window.document.querySelectorAll(
      "#main *, header *, nav *, footer *",
    )) {
      const own = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && (textContent ?? "").trim() !== "",
      );
      if (!own || !element.checkVisibility() || element.closest("svg, [aria-hidden=true]"))
        continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0) continue;
      let above: BrowserElement | null = element;
      let out = left < -1 || right > window.innerWidth + 1;
      let hidden = false;
      while (above !== null && !scrolls(above)) {
        const style = window.getComputedStyle(above);
        // Said to screen readers only.
        if (style.clipPath === "inset(50%)") continue next;
        const clips = /hidden|clip/.test(style.overflowX);
        const edge = above.getBoundingClientRect();
        if (clips && (right > edge.right + 1 || left < edge.left - 1)) hidden = true;
        if (clips && above === element && above.scrollWidth > above.clientWidth + 1) hidden = true;
        above = above.parentElement;
      }
      if (above !== null) out = false;
      if (out || hidden)
        told.add(`${element.className}: ${(element.textContent ?? "").slice(0, 30)}`);
    }
    return [...told];
  });
}

/** As much of a browser's window as is asked for above; the tests have no types of browsers. */
interface BrowserWindow {
  readonly innerWidth: number;
  readonly document: { querySelectorAll(selector: string): Iterable<BrowserElement> };
  getComputedStyle(element: BrowserElement): {
    readonly overflowX: string;
    readonly clipPath: string;
  };
}
interface BrowserElement {
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly textContent: string | null;
  readonly className: string;
  readonly parentElement: BrowserElement | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  checkVisibility(): boolean;
  closest(selector: string): BrowserElement | null;
  getBoundingClientRect(): {
    readonly left: number;
    readonly right: number;
    readonly width: number;
  };
}
