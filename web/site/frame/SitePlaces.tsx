import "./site-places.css";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../../parts/look/Icon.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";

const places: readonly (readonly [place: string, label: string, icon: IconName])[] = [
  ["home", "トップ", "home"],
  ["start", "はじめかた", "check"],
  ["downloads", "ダウンロード", "download"],
  ["software", "介護ソフト", "document"],
  ["members", "参加事業所", "map"],
  ["faq", "よくある質問", "question"],
  ["inquiry", "お問い合わせ", "mail"],
];

/** The places of the site; on a narrow window in rows of four. */
export function SitePlaces({ here }: { readonly here: string }): ReactNode {
  return (
    <nav className="site-places" aria-label="主な画面">
      <ul className="frame-width site-places-list">
        {places.map(([place, label, icon]) => (
          <li key={place}>
            <a
              className="site-places-link"
              href={place === "home" ? "#/" : addressOf(place)}
              aria-current={place === here ? "page" : undefined}
            >
              <Icon name={icon} />
              <span>{label}</span>
            </a>
          </li>
        ))}
        <li>
          <a className="site-places-link" href="/check/">
            <Icon name="shield" />
            <span>ファイルの確認</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}
