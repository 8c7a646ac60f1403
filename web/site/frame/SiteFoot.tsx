import "./site-foot.css";
import type { ReactNode } from "react";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useLoadedNews } from "./news-context.ts";

/** Beneath every page: how to reach somebody. */
export function SiteFoot(): ReactNode {
  const { resource } = useLoadedNews();
  const desk = resource.state === "ready" ? resource.value.helpDesk : undefined;
  return (
    <footer className="site-foot no-print">
      <div className="frame-width site-foot-line">
        <div>
          <p className="site-foot-title">ヘルプデスク</p>
          {desk?.telephone == null ? null : (
            <p>
              <a className="site-foot-number" href={`tel:${desk.telephone}`}>
                {desk.telephone}
              </a>
            </p>
          )}
          {desk?.hours == null ? null : <p>受付時間 {desk.hours}</p>}
        </div>
        <ul>
          <li>
            <a href={addressOf("inquiry")}>お問い合わせ（いつでも受け付けます）</a>
          </li>
          <li>
            <a href={addressOf("inquiry", "state")}>お問い合わせの状態と回答を見る</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
