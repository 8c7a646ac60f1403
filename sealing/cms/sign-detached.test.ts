import { expect, test } from "vitest";
import { makeNetwork, noon } from "../testing/offices.ts";
import { openWorkshop } from "../testing/openssl.ts";
import { digest, signDetached } from "./sign.ts";

const verify = [
  "cms",
  "-verify",
  "-cades",
  "-binary",
  "-inform",
  "DER",
  "-in",
  "file.p7s",
  "-content",
  "file",
  "-CAfile",
  "ca.pem",
  "-attime",
  String(noon.getTime() / 1000),
];

test("a signature beside a file holds for the file, and for no other, as OpenSSL reads it", async () => {
  const { authority, center } = await makeNetwork();
  const content = Buffer.from("製品のファイル\r\n\n");
  const shop = openWorkshop();
  shop.put("ca.pem", authority.certificate);
  shop.put("file", content);
  shop.put("file.p7s", signDetached(digest(content), center, noon));

  const { status, text } = shop.attempt("openssl", ...verify);
  expect(text).toContain("CAdES Verification successful");
  expect(status).toBe(0);

  shop.put("file", Buffer.from("製品のファイル\n\n"));
  expect(shop.attempt("openssl", ...verify).status).not.toBe(0);
});
