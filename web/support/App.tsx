import { type ReactNode, useEffect } from "react";
import { Frame } from "../parts/frame/Frame.tsx";
import { Places } from "../parts/frame/Places.tsx";
import { addressOf, goTo, usePlace } from "../parts/state/hash-route.ts";
import { CheckPage } from "./check/CheckPage.tsx";

/** The support site: its places, and the page of the one where the visitor is. */
export function App(): ReactNode {
  const [here] = usePlace();
  const known = here === "check";
  useEffect(() => {
    if (!known) goTo(addressOf("check"), "replace");
  }, [known]);

  return (
    <Frame
      suffix="サポート"
      places={
        <Places
          links={[
            {
              href: addressOf("check"),
              label: "ファイルの確認",
              icon: "document",
              current: known,
            },
          ]}
        />
      }
    >
      <CheckPage />
    </Frame>
  );
}
