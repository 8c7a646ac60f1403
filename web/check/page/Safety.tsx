import "./safety.css";
import type { ReactNode } from "react";
import { Icon } from "../../parts/look/Icon.tsx";

/** Why nobody need fear for the care users in the files, and how to see for oneself. */
export function Safety(): ReactNode {
  return (
    <div className="safety">
      <span className="safety-sign">
        <Icon name="shield" />
      </span>
      <div>
        <p>
          <strong>ファイルはこの画面の中だけで調べます。どこにも送りません。</strong>
        </p>
        <p className="small">
          ご自分でも確かめられます。この画面を開いたあとは、機内モードにしても（ネットワークを切っても）同じように動きます。
        </p>
      </div>
    </div>
  );
}
