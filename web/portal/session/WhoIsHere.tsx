import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { usePortal, usePortalAction } from "../portal-context.ts";

/** The office that is logged in, and the way out. */
export function WhoIsHere(): ReactNode {
  const { session, leave } = usePortal();
  const logOut = usePortalAction(async () => {
    // The centre ends the session by itself when it does not hear of this; this side forgets it in any case.
    await centre.logOutOffice().catch(() => undefined);
    leave("logged-out");
  });
  return (
    <>
      <OfficeLabel {...session.office} />
      {session.passwordChangeRequired ? null : (
        <LinkButton look="quiet" href={addressOf("security")}>
          セキュリティ
        </LinkButton>
      )}
      <Button look="quiet" onPress={logOut.run} pending={logOut.pending}>
        ログアウト
      </Button>
    </>
  );
}
