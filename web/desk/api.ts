import { createCaller } from "@tsunagi/contract";
import { deskRoutes } from "@tsunagi/contract/desk";

/** The client on this machine. The cookie of the start is its login. */
export const desk = createCaller(deskRoutes, {
  baseUrl: "",
  fetch: (url, init) => fetch(url, init),
});

/** What the page calls the client when it does not answer. */
export const theApp = "アプリ";

/** Where a file of a message is saved from. */
export function fileAddress(id: string, name: string): string {
  return `${messageAddress(id)}/files/${encodeURIComponent(name)}`;
}

/** Where all files of a message are saved from, as ZIP. */
export function allFilesAddress(id: string): string {
  return `${messageAddress(id)}/files`;
}

/** Where the evidence of a message is saved from, as ZIP. */
export function evidenceAddress(id: string): string {
  return `${messageAddress(id)}/evidence.zip`;
}

function messageAddress(id: string): string {
  return `/api/messages/${encodeURIComponent(id)}`;
}
