import type { Input, Output, Route } from "@tsunagi/contract";
import type { DeskRoutes } from "@tsunagi/contract/desk";
import { zipSync } from "fflate";
import type { Engine } from "../engine/engine.ts";
import { ClientError } from "../errors.ts";

type Events = { readonly answer: { readonly events: object } };
type Streams<Routes> = {
  [K in keyof Routes]: Routes[K] extends Events ? K : never;
}[keyof Routes];

/** A function for each route that answers once. One that is missing, or answers another shape, is a type error. */
export type Handlers<Routes extends Readonly<Record<string, Route>>> = {
  readonly [K in Exclude<keyof Routes, Streams<Routes>>]: (
    call: Input<Routes[K]>,
  ) => Promise<Output<Routes[K]>>;
};

/** What the desk's routes do, but for the start and the events, which belong to the server. */
export function deskHandlers(engine: Engine): Omit<Handlers<DeskRoutes>, "start"> {
  const { tray } = engine;
  return {
    state: async () => engine.state(),
    enrol: ({ body }) => engine.enrol(body),
    logInPerson: ({ body }) => engine.logInPerson(body),
    logInOffice: ({ body }) => engine.logInOffice(body),
    logOut: () => engine.logOut(),

    tray: () => tray.view(),
    putOnTray: ({ query, body }) => tray.put({ name: query.name, bytes: body }),
    takeFromTray: ({ params }) => tray.take(params.fileId),
    attach: ({ params, body }) => tray.attach(params.fileId, body.setId),
    mendsOfSet: async ({ params }) => ({ files: [...(await tray.mends(params.setId))] }),
    async mendSet({ params }) {
      const { files, tray: after } = await tray.mend(params.setId);
      return { files: [...files], tray: after };
    },
    unmendSet: ({ params }) => tray.unmend(params.setId),
    sendTray: ({ body }) => tray.send(body.setIds),

    async listMessages({ query }) {
      const messages = engine.list(query.box);
      // What was sent and received before a certificate ended stays to be read.
      if (messages.length === 0 && engine.state().phase === "not-enrolled") {
        throw new ClientError("not-enrolled");
      }
      return { messages };
    },
    message: async ({ params }) => engine.message(params.id),
    markRead: async ({ params }) => engine.markRead(params.id),
    fetchNow: () => engine.fetchNow(),
    cancel: ({ params }) => engine.cancel(params.id),
    resend: async ({ params }) => engine.retry(params.id),
    file: async ({ params }) => engine.file(params.id, params.name),
    allFiles: async ({ params }) => allFiles(engine, params.id),
    evidence: async ({ params }) => engine.evidence(params.id),
    evidenceFiles: async ({ params }) =>
      zip(engine.evidenceFiles(params.id).map(({ name, bytes }) => [name, bytes])),
    searchPartners: async ({ query }) => ({ offices: await engine.searchPartners(query.search) }),
  };
}

function allFiles(engine: Engine, id: string): Uint8Array {
  return zip(engine.message(id).files.map(({ name }) => [name, engine.file(id, name)]));
}

function zip(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 6 });
}
