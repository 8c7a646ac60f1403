import type { ReactNode } from "react";
import { Frame } from "../parts/frame/Frame.tsx";
import { type Place, usePlace } from "../parts/state/hash-route.ts";
import { DownloadsPage } from "./downloads/DownloadsPage.tsx";
import { FaqPage } from "./faq/FaqPage.tsx";
import { NewsContext, useNews } from "./frame/news-context.ts";
import { SiteFoot } from "./frame/SiteFoot.tsx";
import { SitePlaces } from "./frame/SitePlaces.tsx";
import { HomePage } from "./home/HomePage.tsx";
import { InquiryPage } from "./inquiry/InquiryPage.tsx";
import { InquiryStatePage } from "./inquiry/InquiryStatePage.tsx";
import { MembersPage } from "./members/MembersPage.tsx";
import { SoftwarePage } from "./software/SoftwarePage.tsx";
import { StartPage } from "./start/StartPage.tsx";

/** The support site: open to everybody, no login. */
export function App(): ReactNode {
  const place = usePlace();
  const news = useNews();
  return (
    <NewsContext value={news}>
      <Frame
        suffix="サポート"
        side={<a href="/portal/">利用状況Webサイト（ログイン）</a>}
        places={<SitePlaces here={place[0] ?? "home"} />}
      >
        <Here place={place} />
      </Frame>
      <SiteFoot />
    </NewsContext>
  );
}

function Here({ place }: { readonly place: Place }): ReactNode {
  const [where, more] = place;
  if (where === "start") return <StartPage />;
  if (where === "downloads") return <DownloadsPage />;
  if (where === "software") return <SoftwarePage />;
  if (where === "members") return <MembersPage />;
  if (where === "faq") return <FaqPage asked={more} />;
  if (where === "inquiry") return more === "state" ? <InquiryStatePage /> : <InquiryPage />;
  return <HomePage />;
}
