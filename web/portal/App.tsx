import { type ReactNode, useCallback, useMemo, useState } from "react";
import { addressOf, goTo, usePlace } from "../parts/state/hash-route.ts";
import { callWith } from "./api.ts";
import { CorporationPages } from "./corporation/CorporationPages.tsx";
import { LoggedIn } from "./LoggedIn.tsx";
import { InvitationPage } from "./persons/InvitationPage.tsx";
import { type Portal, PortalContext, type PortalSession } from "./portal-context.ts";
import { LoginPage } from "./session/LoginPage.tsx";
import { LostPage } from "./session/LostPage.tsx";
import { RecoverPage } from "./session/RecoverPage.tsx";
import { forgetAll, forgetSession, storedSession, storeSession } from "./session/session-store.ts";

/** Where the user stands with the portal. */
type Standing =
  | { readonly state: "out"; readonly why: "begin" | "logged-out" | "expired" | "new-password" }
  | { readonly state: "in"; readonly session: PortalSession };

function begin(): Standing {
  const session = storedSession(window.sessionStorage, new Date());
  callWith(session?.token);
  return session === undefined ? { state: "out", why: "begin" } : { state: "in", session };
}

export function App(): ReactNode {
  const [standing, setStanding] = useState(begin);
  const [where, token = ""] = usePlace();

  const enter = useCallback((session: PortalSession) => {
    callWith(session.token);
    storeSession(window.sessionStorage, session);
    setStanding({ state: "in", session });
  }, []);

  const leave = useCallback<Portal["leave"]>((why) => {
    callWith(undefined);
    if (why === "logged-out") forgetAll(window.sessionStorage);
    else forgetSession(window.sessionStorage);
    setStanding({ state: "out", why });
    goTo(addressOf(), "replace");
  }, []);

  const session = standing.state === "in" ? standing.session : undefined;
  const portal = useMemo(
    () => (session === undefined ? undefined : { session, enter, leave }),
    [session, enter, leave],
  );

  if (where === "recover") {
    return (
      <RecoverPage
        key={token}
        token={token}
        onEnter={(opened) => {
          if (opened === null) return leave("new-password");
          enter(opened);
          goTo(addressOf("licence"), "replace");
        }}
      />
    );
  }
  if (where === "invitation") return <InvitationPage key={token} token={token} />;
  if (where === "lost") return <LostPage />;
  if (standing.state === "out") return <LoginPage why={standing.why} onEnter={enter} />;
  return (
    <PortalContext value={portal}>
      {"corporation" in standing.session ? <CorporationPages /> : <LoggedIn />}
    </PortalContext>
  );
}
