import type { ReactNode } from "react";
import { Frame } from "../parts/frame/Frame.tsx";
import { CheckPage } from "./page/CheckPage.tsx";

/** The page that checks files. It is a document of its own, so that a policy can forbid it every connection. */
export function App(): ReactNode {
  // Served by the centre it stands beside the support site; any other host has this page alone.
  const atCentre = window.location.pathname === "/check/";
  return (
    <Frame
      suffix="サポート"
      {...(atCentre && { side: <a href="/site/">サポートサイトのトップへ</a> })}
    >
      <CheckPage />
    </Frame>
  );
}
