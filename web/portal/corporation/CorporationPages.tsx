import type { ReactNode } from "react";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf, usePlace } from "../../parts/state/hash-route.ts";
import { centre } from "../api.ts";
import { useCorporation, usePortalAction } from "../portal-context.ts";
import { ChangePassword } from "../session/ChangePassword.tsx";
import { OfficesPage } from "./OfficesPage.tsx";

/** The portal of a corporation's account (法人ユーザ); with a provisional password nothing but its change. */
export function CorporationPages(): ReactNode {
  const [where] = usePlace();
  const { session } = useCorporation();
  const forced = session.passwordChangeRequired;
  return (
    <Frame suffix="利用状況" side={<WhoIsHere />}>
      {forced || where === "password" ? (
        <ChangePassword
          why={forced ? "provisional" : "wanted"}
          change={(body) => centre.changeCorporationPassword({ body })}
          home={{ href: addressOf(), label: "事業所の利用状況へ" }}
          back={{ href: addressOf(), label: "事業所の利用状況" }}
        />
      ) : (
        <OfficesPage />
      )}
    </Frame>
  );
}

function WhoIsHere(): ReactNode {
  const { session, leave } = useCorporation();
  const logOut = usePortalAction(async () => {
    // The centre ends the session by itself when it does not hear of this; this side forgets it in any case.
    await centre.logOutCorporation().catch(() => undefined);
    leave("logged-out");
  });
  return (
    <>
      <OfficeLabel {...session.corporation} of="法人番号" />
      {session.passwordChangeRequired ? null : (
        <LinkButton look="quiet" href={addressOf("password")}>
          パスワード変更
        </LinkButton>
      )}
      <Button look="quiet" onPress={logOut.run} pending={logOut.pending}>
        ログアウト
      </Button>
    </>
  );
}
