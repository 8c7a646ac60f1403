// A server that asks for client certificates, reads what comes, and answers: what TLS and HTTP alone allow.
import { createServer } from "node:https";
import { join } from "node:path";
import { exportPrivateKey } from "@tsunagi/sealing";
import { readCertificateFile, readKeyFile } from "../../center/certificates/files.ts";

const [dataFolder = ""] = process.argv.slice(2);
const place = { folder: join(dataFolder, "authority"), passphrase: undefined };
const server = readKeyFile(place, "server");
const authority = readCertificateFile(place, "authority");
if (!server || !authority) throw new Error(`no keys in ${place.folder}`);

/** As long as an acceptance. */
const acceptance = Buffer.alloc(2_500, "x");

const listener = createServer(
  {
    key: exportPrivateKey(server.privateKey),
    cert: server.certificate,
    ca: authority.certificate,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.3",
  },
  (request, response) => {
    request.resume();
    request.once("end", () => {
      const size = Number(request.headers["x-answer-bytes"] ?? 0);
      response.end(size > 0 ? Buffer.alloc(size, "x") : acceptance);
    });
  },
);
listener.listen(0, "127.0.0.1", () => {
  const address = listener.address();
  if (typeof address === "object") process.send?.(`https://localhost:${address?.port}`);
});
process.once("disconnect", () => process.exit(0));
