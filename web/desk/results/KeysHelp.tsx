import type { ReactNode } from "react";

const keys = [
  ["矢印・Home・End", "日と行を移る"],
  ["スペース・Enter", "実施した／しなかったを切り替える"],
  ["0〜9", "その日の回数にする"],
  ["M", "別の日へ移す（移す先で Enter、やめるときは Esc）"],
  ["T", "実施した時刻を変える"],
  ["U", "単位数を変える"],
  ["L", "予定にないサービスの行を足す"],
  ["A", "この方をすべて予定どおりに戻す"],
  ["Ctrl + Z", "ひとつ前に戻す"],
  ["N・PageDown", "確認済みにして、次の方へ"],
  ["P・PageUp", "前の方へ"],
] as const;

/** The keys of the grid. */
export function KeysHelp(): ReactNode {
  return (
    <details className="keys-help no-print">
      <summary>キーボードだけで入れるには</summary>
      <p className="soft">カレンダーの日にいるときに使えます。</p>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
