import type { Caller } from "@tsunagi/contract";
import type { DeskRoutes, Draft, DraftKey } from "@tsunagi/contract/desk";
import { codeOf } from "../../parts/words/sentence-of.ts";

/** A draft as the page knows it. */
export interface KeptDraft<Content> {
  readonly content: Content;
  /** What was sent last; null before anything was. */
  readonly sent: Content | null;
  /** Whether it was sent as it stands. */
  readonly isSent: boolean;
}

/** The drafts of a route, and how far the last changes are on their way to the disk. */
export interface KeptDrafts<Content> {
  readonly drafts: ReadonlyMap<string, KeptDraft<Content>>;
  readonly saving: "saved" | "saving" | "failed";
  /** Why it failed. */
  readonly error: unknown;
}

/** A draft and its revision, as the client wants it named when it is sent or removed. */
export type KnownRevision = DraftKey & { readonly revision: number };

/**
 * Holds the drafts of a route. A change is there at once, and on its way to the disk at once: only what is changed again
 * while it is on its way is saved together.
 */
export interface DraftKeeper<Content> {
  /** The same object until something changes. */
  readonly current: () => KeptDrafts<Content>;
  readonly subscribe: (listener: () => void) => () => void;
  /** By care user. */
  readonly change: (changes: ReadonlyMap<string, Content>) => void;
  /** Tries again to save what could not be saved. */
  readonly again: () => void;
  /** Asks for the drafts anew, e.g. after they were sent; what is not saved yet stays. */
  readonly reload: () => Promise<void>;
  /** Resolves when all is on disk. @throws what kept a change from being saved */
  readonly saved: () => Promise<readonly KnownRevision[]>;
}

/** What the keeper needs of the client. */
export type DraftApi = Pick<Caller<DeskRoutes>, "drafts" | "saveDrafts">;

/** Whose drafts they are, and how what was kept is read; what cannot be read is as good as not there. */
export interface KeeperParts<Content> extends Omit<DraftKey, "careUser"> {
  readonly api: DraftApi;
  readonly read: (stored: unknown) => Content | undefined;
}

/** Loads the drafts of a route. */
export async function openDrafts<Content>(
  parts: KeeperParts<Content>,
): Promise<DraftKeeper<Content>> {
  const { kind, month, route, api, read } = parts;
  const listeners = new Set<() => void>();
  const unsaved = new Map<string, Content>();
  /** Of each draft on disk, also of those that cannot be read. */
  let revisions = new Map<string, number>();
  let entries = new Map<string, KeptDraft<Content>>();
  let state: KeptDrafts<Content> = { drafts: entries, saving: "saved", error: undefined };
  let running: Promise<void> | undefined;
  /** Counts changes and saves: what was asked for before the last of them is out of date when it comes. */
  let turns = 0;

  function show(saving: KeptDrafts<Content>["saving"], error?: unknown): void {
    state = { drafts: new Map(entries), saving, error };
    for (const listener of listeners) listener();
  }

  /** @returns whether what came was still in time to be taken */
  async function load(): Promise<boolean> {
    const asked = turns;
    const answer = await api.drafts({ query: { kind, month } });
    if (asked !== turns) return false;
    const drafts = answer.drafts.filter((draft) => draft.route === route);
    revisions = new Map(drafts.map(({ careUser, revision }) => [careUser, revision]));
    entries = new Map(drafts.flatMap((draft) => entryOf(draft, read)));
    for (const [careUser, content] of unsaved) put(careUser, content);
    return true;
  }

  async function loadInTime(): Promise<void> {
    while (!(await load())) await running;
  }

  function put(careUser: string, content: Content): void {
    const sent = entries.get(careUser)?.sent ?? null;
    entries.set(careUser, { content, sent, isSent: false });
  }

  async function save(): Promise<void> {
    show("saving");
    while (unsaved.size > 0) {
      const batch = Array.from(unsaved, ([careUser, content]) => ({
        kind,
        month,
        route,
        careUser,
        content,
        revision: revisions.get(careUser) ?? 0,
      }));
      unsaved.clear();
      try {
        const { drafts } = await api.saveDrafts({ body: { drafts: batch } });
        turns += 1;
        for (const { careUser, revision } of drafts) revisions.set(careUser, revision);
      } catch (error) {
        // Changed elsewhere: what stands there holds. Otherwise it is kept here until it can be saved.
        if (codeOf(error) === "draft-changed") await loadAgain();
        else for (const { careUser, content } of batch) keepUnsaved(careUser, content);
        show("failed", error);
        return;
      }
    }
    show("saved");
  }

  async function loadAgain(): Promise<void> {
    try {
      while (!(await load()));
    } catch {
      // Then the next save says again that another window was there first.
    }
  }

  function keepUnsaved(careUser: string, content: Content): void {
    if (!unsaved.has(careUser)) unsaved.set(careUser, content);
  }

  function again(): void {
    if (running !== undefined) return;
    if (unsaved.size === 0) {
      // What stands on disk is shown already.
      if (state.saving === "failed") show("saved");
      return;
    }
    running = save().finally(() => {
      running = undefined;
      if (state.saving !== "failed") again();
    });
  }

  await load();
  show("saved");
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(changes) {
      turns += 1;
      for (const [careUser, content] of changes) {
        unsaved.set(careUser, content);
        put(careUser, content);
      }
      show("saving");
      again();
    },
    again,
    async reload() {
      await running;
      await loadInTime();
      show(state.saving, state.error);
    },
    async saved() {
      again();
      await running;
      if (unsaved.size > 0) throw state.error;
      return Array.from(entries.keys(), (careUser) => ({
        kind,
        month,
        route,
        careUser,
        revision: revisions.get(careUser) ?? 0,
      }));
    },
  };
}

function entryOf<Content>(
  { careUser, content, revision, sentRevision, sentContent }: Draft,
  read: KeeperParts<Content>["read"],
): readonly (readonly [string, KeptDraft<Content>])[] {
  const readContent = read(content);
  if (readContent === undefined) return [];
  const sent = sentContent === null ? null : (read(sentContent) ?? null);
  return [[careUser, { content: readContent, sent, isSent: sentRevision === revision }]];
}
