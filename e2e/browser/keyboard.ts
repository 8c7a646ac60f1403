import type { Page } from "playwright-core";

/** The most stops of Tab on the way to anything on a page. */
const mostStops = 120;

/**
 * Goes on by Tab, as somebody without a mouse does, until what has the focus is called so.
 * @throws Error when nothing on the way is
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < mostStops; stop++) {
    const here = await nameOfFocus(page);
    if (typeof name === "string" ? here === name : name.test(here)) return;
    seen.push(here);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab leads to nothing called ${String(name)}, but to: ${seen.join(" | ")}`);
}

/** Goes to a field by Tab and types; what stood there is replaced. */
export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Goes to a button or link by Tab and presses it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** How what has the focus is called: by its label, or by its words. */
async function nameOfFocus(page: Page): Promise<string> {
  return String(await page.evaluate(nameInPage));
}

const nameInPage = `(() => {
  const here = document.activeElement;
  if (here === null || here === document.body) return "";
  const label = here.getAttribute("aria-label");
  if (label !== null) return label;
  const labels = Array.from(here.labels ?? [], ({ textContent }) => textContent.trim());
  return labels.join(" ") || here.textContent.trim();
})()`;
