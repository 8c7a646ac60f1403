import type { VisitorFile } from "../worker/given-file.ts";

/** The samples' bytes come inside the page, as the page may load nothing later. */
const bundled: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>("../../../samples/month/*.CSV", {
    query: "?url&inline",
    import: "default",
    eager: true,
  }),
  ...import.meta.glob<string>("../../../samples/broken/header-row/*.CSV", {
    query: "?url&inline",
    import: "default",
    eager: true,
  }),
};

/** Made-up files that show what the page does: a plan of use and results that are right, and one file that is not. */
export function sampleFiles(): readonly VisitorFile[] {
  return Object.entries(bundled).map(([path, dataAddress]) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const text = atob(dataAddress.slice(dataAddress.indexOf(",") + 1));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return { path: name, file: new File([bytes], name) };
  });
}
