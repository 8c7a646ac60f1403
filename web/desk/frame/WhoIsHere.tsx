import type { OfficeName, PersonName } from "@tsunagi/contract";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { desk } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";
import { settingsAddress } from "../settings/settings-places.ts";

interface WhoIsHereProps {
  readonly office: OfficeName;
  readonly person: { readonly name: PersonName };
}

/** The office and the person that are logged in, and the way out. */
export function WhoIsHere({ office, person }: WhoIsHereProps): ReactNode {
  const { enter } = useDesk();
  const logOut = useDeskAction(async () => {
    enter(await desk.logOut());
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
