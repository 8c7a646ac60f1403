import type { DeskState } from "@tsunagi/contract/desk";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Frame } from "../parts/frame/Frame.tsx";
import { Loading } from "../parts/look/Loading.tsx";
import { useResource } from "../parts/state/use-resource.ts";
import { desk } from "./api.ts";
import { type Desk, DeskContext } from "./desk-context.ts";
import { Ready } from "./frame/Ready.tsx";
import { type Changed, listen } from "./live.ts";
import { AwaitingApproval } from "./setup/AwaitingApproval.tsx";
import { CannotOpen } from "./setup/CannotOpen.tsx";
import { Enrolment } from "./setup/Enrolment.tsx";
import { OfficeLogin } from "./setup/OfficeLogin.tsx";
import { PersonLogin } from "./setup/PersonLogin.tsx";
import { startTokenIn } from "./setup/start-token.ts";

/** Hands in the start token, if the address has one, and takes it out of the address and the history. */
const started: Promise<void> = start();

async function start(): Promise<void> {
  const startToken = startTokenIn(window.location.hash);
  if (startToken === undefined) return;
  window.history.replaceState(null, "", window.location.pathname);
  await desk.start({ body: { startToken } });
}

async function loadState(signal: AbortSignal): Promise<DeskState> {
  await started;
  return desk.state(undefined, { signal });
}

export function App(): ReactNode {
  const { resource, reload, put } = useResource(loadState);
  const [connected, setConnected] = useState(true);
  const listeners = useRef(new Set<(what: Changed) => void>());
  const open = resource.state === "ready";

  const onChanged = useCallback<Desk["onChanged"]>((listener) => {
    listeners.current.add(listener);
    return () => {
      listeners.current.delete(listener);
    };
  }, []);

  useEffect(() => {
    if (!open) return undefined;
    return listen({
      onConnection: setConnected,
      onChanged: (what) => {
        if (what === "state") reload();
        for (const listener of listeners.current) listener(what);
      },
    });
  }, [open, reload]);

  const context = useMemo<Desk>(
    () => ({ enter: put, reloadState: reload, onChanged }),
    [put, reload, onChanged],
  );

  if (resource.state === "failed") return <CannotOpen error={resource.error} onAgain={reload} />;
  if (resource.state === "loading") {
    return (
      <Frame>
        <Loading words="つなぎを開いています" />
      </Frame>
    );
  }
  return (
    <DeskContext value={context}>
      <Phase state={resource.value} connected={connected} />
    </DeskContext>
  );
}

interface PhaseProps {
  readonly state: DeskState;
  readonly connected: boolean;
}

/** The phase that is shown and the one shown before it. */
interface Phases {
  readonly phase: DeskState["phase"];
  readonly before: DeskState["phase"] | undefined;
}

function Phase({ state, connected }: PhaseProps): ReactNode {
  const [{ phase, before }, setPhases] = useState<Phases>({
    phase: state.phase,
    before: undefined,
  });
  const refused = state.phase === "not-enrolled" && state.awaited?.refusal !== null;
  const [askAgain, setAskAgain] = useState(false);
  if (askAgain && !refused) setAskAgain(false);
  if (phase !== state.phase) setPhases({ phase: state.phase, before: phase });

  switch (state.phase) {
    case "not-enrolled":
      return state.awaited === null || askAgain ? (
        <Enrolment suggestedOfficeId={state.suggestedOfficeId} />
      ) : (
        <AwaitingApproval awaited={state.awaited} onAskAgain={() => setAskAgain(true)} />
      );
    case "person-login":
      return <PersonLogin office={state.office} ended={howEnded(state, before)} />;
    case "office-login":
      return <OfficeLogin office={state.office} person={state.person} />;
    case "ready":
      return <Ready state={state} connected={connected} />;
    default:
      return state satisfies never;
  }
}

function howEnded(
  { loggedOut }: Extract<DeskState, { phase: "person-login" }>,
  before: DeskState["phase"] | undefined,
): "logged-out" | "ended" | undefined {
  if (before !== "ready") return undefined;
  return loggedOut ? "logged-out" : "ended";
}
