import { limits } from "@tsunagi/contract";
import { deskErrors, type Tray } from "@tsunagi/contract/desk";
import { useEffect, useState } from "react";
import type { Action } from "../../parts/state/use-action.ts";
import { type Loaded, useResource } from "../../parts/state/use-resource.ts";
import { byteSize } from "../../parts/words/byte-size.ts";
import { codeOf, sentenceOf } from "../../parts/words/sentence-of.ts";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";

/** A file that did not get onto the tray, and why. */
export interface Refusal {
  readonly name: string;
  readonly sentence: string;
}

export interface TrayState {
  readonly tray: Loaded<Tray>;
  readonly putting: Action<[readonly File[]]>;
  /** How many of the files being put on are done. */
  readonly progress: { readonly count: number; readonly of: number } | undefined;
  readonly refusals: readonly Refusal[];
  readonly change: Action<[() => Promise<Tray>]>;
}

/** Errors that concern the desk and not the one file, so that going on would only repeat them. */
const endsAll = new Set([
  "unreachable",
  "not-enrolled",
  "login-needed",
  "store-full",
  "start-refused",
]);

async function loadTray(signal: AbortSignal): Promise<Tray> {
  return desk.tray(undefined, { signal });
}

/** The tray of the client, and what can be done with it. */
export function useTray(): TrayState {
  const { onChanged } = useDesk();
  const tray = useResource(loadTray);
  const [progress, setProgress] = useState<TrayState["progress"]>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { put, reload } = tray;

  useEffect(
    () =>
      onChanged((what) => {
        if (what === "tray" || what === "state") reload();
      }),
    [onChanged, reload],
  );

  const putting = useDeskAction(async (files: readonly File[]) => {
    setRefusals([]);
    try {
      for (const [index, file] of files.entries()) {
        setProgress({ count: index, of: files.length });
        const refusal = await putOne(file, put);
        if (refusal !== undefined) setRefusals((before) => [...before, refusal]);
      }
    } finally {
      setProgress(undefined);
    }
  });

  const change = useDeskAction(async (work: () => Promise<Tray>) => {
    put(await work());
  });
  return { tray, putting, progress, refusals, change };
}

async function putOne(file: File, put: (tray: Tray) => void): Promise<Refusal | undefined> {
  if (file.size > limits.messageBytes) {
    const sentence = `${deskErrors["file-too-large"].ja}送れるのは${byteSize(limits.messageBytes)}までで、このファイルは${byteSize(file.size)}です。`;
    return { name: file.name, sentence };
  }
  try {
    const body = new Uint8Array(await file.arrayBuffer());
    put(await desk.putOnTray({ query: { name: file.name }, body }));
    return undefined;
  } catch (error) {
    if (endsAll.has(codeOf(error) ?? "")) throw error;
    return { name: file.name, sentence: reading(error) };
  }
}

/** A file that was moved or is open elsewhere cannot be read by the browser, which then throws its own error. */
function reading(error: unknown): string {
  return error instanceof DOMException
    ? "ファイルを読み取れませんでした。移動や削除をしていないか、ほかのアプリで開いていないかをご確認ください。"
    : sentenceOf(error, theApp);
}
