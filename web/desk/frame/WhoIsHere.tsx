import type { OfficeName } from "@tsunagi/contract";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { addressOf, goTo } from "../../parts/state/hash-route.ts";
import { desk } from "../api.ts";
import { type ReadyState, useDesk, useDeskAction } from "../desk-context.ts";
import { settingsAddress } from "../settings/settings-places.ts";

interface WhoIsHereProps {
  readonly office: OfficeName;
  readonly person: ReadyState["person"];
}

/** The office and the person that are logged in, and the way out. */
export function WhoIsHere({ office, person }: WhoIsHereProps): ReactNode {
  const { enter } = useDesk();
  const logOut = useDeskAction(async () => {
    enter(await desk.logOut());
    // Whoever logs in next may not see where this person was.
    goTo(addressOf("received"), "replace");
  });
  return (
    <>
      <span className="frame-who">
        <strong>{office.name}</strong>
        <br />
        <span className="soft small">
          {person.name.familyName} {person.name.givenName} さん
        </span>
      </span>
      <span className="frame-actions">
        {person.role === "administrator" ? (
          <LinkButton look="quiet" icon="person" href={addressOf("persons")}>
            職員
          </LinkButton>
        ) : null}
        <LinkButton look="quiet" icon="gear" href={settingsAddress}>
          設定
        </LinkButton>
        <Button look="quiet" onPress={logOut.run} pending={logOut.pending}>
          ログアウト
        </Button>
      </span>
    </>
  );
}
