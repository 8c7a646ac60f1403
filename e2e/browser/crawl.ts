import type { Page } from "playwright-core";

/** Resolves when the page has drawn what it had to fetch, and leads nowhere else by itself. */
export async function settle(page: Page): Promise<void> {
  const drawn = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";
  const underWay = page.locator(".loading, .progress");
  for (;;) {
    const address = page.url();
    await page.evaluate(drawn);
    await page.locator("h1").first().waitFor();
    await underWay.first().waitFor({ state: "detached" });
    await page.evaluate(drawn);
    if (page.url() === address && (await underWay.count()) === 0) return;
  }
}

/**
 * Follows the links of a site from place to place, behind `#`, until there are no others, and calls `visit` at each.
 * Places that differ in numbers and ids only are visited once.
 *
 * @param begin where to start: `#/lost`
 * @param within goes to these only, by their first word
 * @returns the places that were visited, as asked for and as they were when they differ (`#/plans` leads to a month)
 */
export async function crawl(
  page: Page,
  { begin, within }: { readonly begin: readonly string[]; readonly within?: readonly string[] },
  visit: (place: readonly string[]) => Promise<void>,
): Promise<readonly (readonly string[])[]> {
  const waiting = [...begin];
  const seen = new Set<string>();
  const visited: (readonly string[])[] = [];
  // A site that is still opening may lead to its first page over the address that is asked for.
  await settle(page);
  for (;;) {
    const address = waiting.shift();
    if (address === undefined) return visited;
    const shape = shapeOf(address);
    const isWithin = within?.includes(placeFrom(address)[0] ?? "") ?? true;
    if (seen.has(shape) || !isWithin) continue;
    seen.add(shape);
    await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
    await settle(page);
    const place = placeFrom(new URL(page.url()).hash);
    visited.push(placeFrom(address), place);
    seen.add(shapeOf(`#/${place.join("/")}`));
    await visit(place);
    const links = page.locator('a[href^="#/"]');
    waiting.push(
      ...(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))),
    );
  }
}

function placeFrom(hash: string): readonly string[] {
  return hash
    .replace(/^#\//, "")
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
}

/** An address without what differs from thing to thing: `#/received/:id/contents`. */
function shapeOf(address: string): string {
  return placeFrom(address)
    .map((part) => (/[0-9]{4,}|^[0-9a-f-]{20,}$/.test(part) ? ":id" : part))
    .join("/");
}
