import { type ReactNode, useEffect } from "react";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Places } from "../../parts/frame/Places.tsx";
import { addressOf, goTo, type Place, usePlace } from "../../parts/state/hash-route.ts";
import { ComparePage } from "../compare/ComparePage.tsx";
import { MessageContents, TrayContents } from "../contents/ContentsPage.tsx";
import type { ReadyState } from "../desk-context.ts";
import { MessagePage } from "../messages/MessagePage.tsx";
import { ReceivedPage } from "../messages/ReceivedPage.tsx";
import { SentPage } from "../messages/SentPage.tsx";
import { type Boxes, useBoxes } from "../messages/use-boxes.ts";
import { DeskPersons } from "../persons/DeskPersons.tsx";
import { PlansPlace } from "../plans/PlansPlace.tsx";
import { ResultsPlace } from "../results/ResultsPlace.tsx";
import { SettingsPlace } from "../settings/SettingsPlace.tsx";
import { SendPage } from "../tray/SendPage.tsx";
import { Arrivals } from "./Arrivals.tsx";
import { Banners } from "./Banners.tsx";
import { WhoIsHere } from "./WhoIsHere.tsx";

interface ReadyProps {
  readonly state: ReadyState;
  readonly connected: boolean;
}

const places = ["received", "sent", "send", "plans", "results", "settings", "persons"] as const;

/** The desk after both logins: its places, and what stands above them. */
export function Ready({ state, connected }: ReadyProps): ReactNode {
  const place = usePlace();
  const boxes = useBoxes();
  const known = places.some((one) => one === place[0]);
  useEffect(() => {
    if (!known) goTo(addressOf("received"), "replace");
  }, [known]);

  return (
    <Frame
      side={<WhoIsHere office={state.office} person={state.person} />}
      places={<DeskPlaces here={place[0] ?? "received"} boxes={boxes} />}
    >
      <div className="stack-wide">
        <Banners state={state} connected={connected} />
        <Arrivals arrivals={boxes.arrivals} onDismiss={boxes.dismissArrivals} />
        <Here place={place} boxes={boxes} state={state} />
      </div>
    </Frame>
  );
}

interface HereProps {
  readonly place: Place;
  readonly boxes: Boxes;
  readonly state: ReadyState;
}

function Here({ place, boxes, state }: HereProps): ReactNode {
  const [where, id, part] = place;
  const office = state.office.number;
  if (id !== undefined && part === "compare" && (where === "sent" || where === "received")) {
    return <ComparePage key={id} id={id} box={where} />;
  }
  if (id !== undefined && part === "contents") {
    if (where === "send") return <TrayContents key={id} setId={id} />;
    if (where === "sent" || where === "received") {
      return <MessageContents key={id} id={id} box={where} />;
    }
  }
  if (where === "results") {
    const { received, sent } = boxes;
    return (
      <ResultsPlace
        place={place.slice(1)}
        office={office}
        received={received.resource}
        sent={sent.resource}
      />
    );
  }
  if (where === "plans") {
    return <PlansPlace place={place.slice(1)} office={office} sent={boxes.sent.resource} />;
  }
  if (where === "persons") return <DeskPersons place={place.slice(1)} person={state.person} />;
  if (where === "settings") return <SettingsPlace place={place.slice(1)} state={state} />;
  if (where === "send") return <SendPage sent={boxes.sent.resource} />;
  if (where === "sent") {
    return id === undefined ? <SentPage sent={boxes.sent} /> : <MessagePage id={id} box="sent" />;
  }
  if (id !== undefined) return <MessagePage id={id} box="received" />;
  return <ReceivedPage received={boxes.received} />;
}

function DeskPlaces({ here, boxes }: { readonly here: string; readonly boxes: Boxes }): ReactNode {
  const received = boxes.received.resource;
  const unread =
    received.state === "ready" ? received.value.filter((message) => !message.read).length : 0;
  const sent = boxes.sent.resource;
  const held =
    sent.state === "ready" ? sent.value.filter((message) => message.trouble !== null).length : 0;
  return (
    <Places
      links={[
        {
          href: addressOf("received"),
          label: "受信一覧",
          icon: "inbox",
          current: here === "received",
          count: { number: unread, of: "未読" },
        },
        {
          href: addressOf("sent"),
          label: "送信一覧",
          icon: "outbox",
          current: here === "sent",
          count: { number: held, of: "確認" },
        },
        { href: addressOf("send"), label: "送信", icon: "send", current: here === "send" },
        { href: addressOf("plans"), label: "予定", icon: "document", current: here === "plans" },
        {
          href: addressOf("results"),
          label: "実績",
          icon: "check",
          current: here === "results",
        },
      ]}
    />
  );
}
