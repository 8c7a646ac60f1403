import type { ReactNode } from "react";
import { Frame } from "../parts/frame/Frame.tsx";
import { Places } from "../parts/frame/Places.tsx";
import { addressOf, type Place, usePlace } from "../parts/state/hash-route.ts";
import { ApplicationPages } from "./application/ApplicationPages.tsx";
import { CertificatesPage } from "./certificates/CertificatesPage.tsx";
import { KeepingPage } from "./keeping/KeepingPage.tsx";
import { LicencePage } from "./licence/LicencePage.tsx";
import { RenewalPage } from "./licence/RenewalPage.tsx";
import { ListingPage } from "./listing/ListingPage.tsx";
import { PortalPersons } from "./persons/PortalPersons.tsx";
import { usePortal } from "./portal-context.ts";
import { SecurityPages } from "./security/SecurityPages.tsx";
import { SessionsPage } from "./security/SessionsPage.tsx";
import { ForcedPasswordPage } from "./session/ForcedPasswordPage.tsx";
import { NewPasswordPage } from "./session/NewPasswordPage.tsx";
import { PasswordEnds } from "./session/PasswordEnds.tsx";
import { WhoIsHere } from "./session/WhoIsHere.tsx";

/** The portal after the login; with a provisional password nothing but its change. */
export function LoggedIn(): ReactNode {
  const place = usePlace();
  const { session } = usePortal();
  if (session.passwordChangeRequired) {
    return (
      <Frame suffix="利用状況" side={<WhoIsHere />}>
        <ForcedPasswordPage />
      </Frame>
    );
  }
  return (
    <Frame
      suffix="利用状況"
      side={<WhoIsHere />}
      places={<PortalPlaces here={place[0] ?? "licence"} />}
    >
      <PasswordEnds key={session.token} />
      <Here place={place} />
    </Frame>
  );
}

function Here({ place }: { readonly place: Place }): ReactNode {
  const [where, step] = place;
  if (where === "application") return <ApplicationPages step={step} />;
  if (where === "persons") return <PortalPersons place={place.slice(1)} />;
  if (where === "certificates") return <CertificatesPage />;
  if (where === "keeping") return <KeepingPage />;
  if (where === "listing") return <ListingPage />;
  if (where === "sessions") return <SessionsPage />;
  if (where === "security") return <SecurityPages step={step} off={place[2] === "off"} />;
  if (where === "password") return <NewPasswordPage why="wanted" />;
  if (where === "licence" && step === "terms") return <RenewalPage key="terms" way="terms" />;
  if (where === "licence" && step === "renewal") return <RenewalPage key="renewal" way="renewal" />;
  return <LicencePage />;
}

function PortalPlaces({ here }: { readonly here: string }): ReactNode {
  return (
    <Places
      links={[
        {
          href: addressOf("licence"),
          label: "ライセンス",
          icon: "document",
          current: here === "licence" || here === "application",
        },
        {
          href: addressOf("persons"),
          label: "個人ユーザ",
          icon: "person",
          current: here === "persons",
        },
        {
          href: addressOf("certificates"),
          label: "電子証明書",
          icon: "shield",
          current: here === "certificates",
        },
        {
          href: addressOf("keeping"),
          label: "保存期間",
          icon: "clock",
          current: here === "keeping",
        },
        {
          href: addressOf("listing"),
          label: "名前の公開",
          icon: "map",
          current: here === "listing",
        },
      ]}
    />
  );
}
