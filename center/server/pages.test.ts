import { mkdirSync, writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";

describeOnEachDatabase("the pages", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  beforeAll(async () => {
    place = await takePlace();
    const pagesFolder = path(place.dataFolder, "pages");
    for (const [site, title] of [
      ["site", "サポート"],
      ["portal", "利用状況"],
      ["check", "ファイルの確認"],
    ] as const) {
      mkdirSync(path(pagesFolder, site), { recursive: true });
      writeFileSync(path(pagesFolder, site, "index.html"), `<title>${title}</title>`);
    }
    mkdirSync(path(pagesFolder, "portal/assets"));
    writeFileSync(path(pagesFolder, "portal/assets/index-a.js"), "export {};");
    writeFileSync(
      path(pagesFolder, "portal/assets/index-a.js.br"),
      brotliCompressSync("export {};"),
    );
    center = await startTestCenter(place, { pagesFolder });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("come under a strict policy, beside the contract as OpenAPI", async () => {
    const root = await fetch(center.webUrl, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/site/"]);
    const page = await fetch(`${center.webUrl}/portal/`);
    expect(await page.text()).toContain("利用状況");
    const policy = page.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
    expect((await fetch(`${center.webUrl}/portal/../package.json`)).status).toBe(404);
    const openapi = await fetch(`${center.webUrl}/v1/openapi.json`);
    expect(await openapi.json()).toMatchObject({ openapi: "3.1.0" });
    expect(await center.callWeb().limits()).toMatchObject({ messageBytes: 1024 ** 3 });
  });

  it("that check files come under a policy that lets them speak to nobody", async () => {
    const page = await fetch(`${center.webUrl}/check/`);
    expect(await page.text()).toContain("ファイルの確認");
    const policy = page.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect((await fetch(`${center.webUrl}/check/..%2fportal/index.html`)).status).not.toBe(200);
  });

  it("have parts that come compressed to who takes that, to be kept for good, unlike the pages themselves", async () => {
    const part = `${center.webUrl}/portal/assets/index-a.js`;
    const compressed = await fetch(part, { headers: { "accept-encoding": "br" } });
    expect(compressed.headers.get("content-encoding")).toBe("br");
    expect(compressed.headers.get("content-type")).toContain("javascript");
    expect(compressed.headers.get("vary")).toContain("accept-encoding");
    expect(compressed.headers.get("cache-control")).toContain("immutable");
    expect(await compressed.text()).toBe("export {};");
    const plain = await fetch(part, { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe("export {};");
    const page = await fetch(`${center.webUrl}/portal/`);
    expect(page.headers.get("cache-control")).not.toContain("immutable");
  });
});
