import type { Input, Output, Route } from "@tsunagi/contract";
import type { DeskRoutes } from "@tsunagi/contract/desk";
import type { Engine } from "../engine/engine.ts";
import { ClientError } from "../errors.ts";
import { formsOfMessage, formsOfSet } from "./forms.ts";
import { zip } from "./zip.ts";

type Events = { readonly answer: { readonly events: object } };
type Streams<Routes> = {
  [K in keyof Routes]: Routes[K] extends Events ? K : never;
}[keyof Routes];

type Bytes = AsyncIterable<Uint8Array>;
/** Bytes come and go piece by piece. */
type Call<R> = R extends { readonly body: { readonly bytes: string } }
  ? Omit<Input<R>, "body"> & { readonly body: Bytes }
  : Input<R>;
type Answer<R> = R extends { readonly answer: { readonly bytes: string } } ? Bytes : Output<R>;

/** A function for each route that answers once. One that is missing, or answers another shape, is a type error. */
export type Handlers<Routes extends Readonly<Record<string, Route>>> = {
  readonly [K in Exclude<keyof Routes, Streams<Routes>>]: (
    call: Call<Routes[K]>,
  ) => Promise<Answer<Routes[K]>>;
};

/** What the desk's routes do, but for the start and the events, which belong to the server. */
export function deskHandlers(engine: Engine): Omit<Handlers<DeskRoutes>, "start"> {
  const { tray, drafts, careUsers, serviceCodes, persons } = engine;
  return {
    state: async () => engine.state(),
    enrol: ({ body }) => engine.enrol(body),
    collectCertificate: () => engine.collectCertificate(),
    logInPerson: ({ body }) => engine.logInPerson(body),
    logInOffice: ({ body }) => engine.logInOffice(body),
    logOut: () => engine.logOut(),
    renewCertificate: () => engine.renewCertificate(),
    settings: async () => engine.settings(),
    exportCertificate: async ({ body }) => inOnePiece(engine.exportCertificate(body.password)),
    backUp: ({ body }) => engine.backUp(body.folder),
    acknowledgeCertificate: async ({ params }) => engine.acknowledgeCertificate(params.serial),

    tray: () => tray.view(),
    putOnTray: ({ query, body }) => tray.put({ name: query.name, pieces: body }),
    takeFromTray: ({ params }) => tray.take(params.fileId),
    trayFile: async ({ params }) => tray.file(params.fileId).read(),
    attach: ({ params, body }) => tray.attach(params.fileId, body.setId),
    setForms: ({ params, query }) => formsOfSet(engine, params.setId, query),
    mendsOfSet: async ({ params }) => ({ files: [...(await tray.mends(params.setId))] }),
    async mendSet({ params }) {
      const { files, tray: after } = await tray.mend(params.setId);
      return { files: [...files], tray: after };
    },
    unmendSet: ({ params }) => tray.unmend(params.setId),
    sendTray: ({ body }) => tray.send(body.setIds),

    async drafts({ query: { kind, month } }) {
      return { drafts: drafts.list(kind, month), sendings: drafts.sendings(kind, month) };
    },
    saveDrafts: async ({ body }) => ({ drafts: drafts.save(body.drafts) }),
    async removeDrafts({ body }) {
      drafts.remove(body.drafts);
      return undefined;
    },
    async sendDrafts({ body }) {
      const files = body.files.map(({ name, bytes }) => ({
        name,
        bytes: Buffer.from(bytes, "base64"),
      }));
      return { messageIds: [...(await drafts.send(body.drafts, files))] };
    },

    careUsers: async () => ({ careUsers: careUsers.list() }),
    addCareUsers: async ({ body }) => ({ careUsers: careUsers.add(body.careUsers) }),
    changeCareUser: async ({ params, body }) =>
      careUsers.change(params.id, body.details, body.revision),
    async removeCareUser({ params }) {
      careUsers.remove(params.id);
      return undefined;
    },

    serviceCodeTable: async () => ({ table: serviceCodes.table() }),
    async loadServiceCodes({ query, body }) {
      const { table, faults } = await serviceCodes.load({ name: query.name, pieces: body });
      return { table, faults: [...faults] };
    },
    loadPracticeCodes: async () => ({ table: serviceCodes.loadPractice() }),
    searchServiceCodes: async ({ query }) => ({
      codes: serviceCodes.search(query.search, query.month),
    }),
    findServiceCodes: async ({ body }) => ({ codes: serviceCodes.find(body.codes) }),

    ...persons,
    listPersons: () => persons.listPersons(),

    sending: async () => engine.sending(),
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
    file: async ({ params }) => (await engine.file(params.id, params.name)).read(),
    allFiles: async ({ params }) => allFiles(engine, params.id),
    messageForms: ({ params, query }) => formsOfMessage(engine, params.id, query),
    evidence: ({ params }) => engine.evidence(params.id),
    evidenceFiles: async ({ params }) => zip(await engine.evidenceFiles(params.id)),
    searchPartners: async ({ query }) => ({ offices: await engine.searchPartners(query.search) }),
  };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function allFiles(engine: Engine, id: string): Promise<Bytes> {
  const files = engine.message(id).files.map(async ({ name }) => ({
    name,
    ...(await engine.file(id, name)),
  }));
  return zip(await Promise.all(files));
}
