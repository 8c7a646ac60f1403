import { createCaller } from "@tsunagi/contract";
import { deskRoutes } from "@tsunagi/contract/desk";

/** The client on this machine. The cookie of the start is its login. */
export const desk = createCaller(deskRoutes, {
  baseUrl: "",
  // What a closing window has just asked for is still sent, so that no change of a draft is lost.
  fetch: (url, init) => fetch(url, { ...init, keepalive: isSmall(init.body) }),
});

/** In bytes. Browsers let 64 KiB in all outlive the page, and refuse what is more. */
const mostKept = 60_000;

function isSmall(body: unknown): boolean {
  return typeof body === "string" && new TextEncoder().encode(body).length < mostKept;
}

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

/** Where a file that lies on the tray is read from. */
export function trayFileAddress(fileId: string): string {
  return `/api/tray/${encodeURIComponent(fileId)}/content`;
}

/** Where the forms of a message are saved from, as PDF: of all care users, or of the one with this place among them. */
export function messageFormsAddress(id: string, user?: number): string {
  return `${messageAddress(id)}/forms.pdf${queryOf(user)}`;
}

/** Where the forms of a set on the tray are saved from, as PDF. */
export function setFormsAddress(setId: string, user?: number): string {
  return `/api/tray/sets/${encodeURIComponent(setId)}/forms.pdf${queryOf(user)}`;
}

function queryOf(user: number | undefined): string {
  return user === undefined ? "" : `?user=${user}`;
}
