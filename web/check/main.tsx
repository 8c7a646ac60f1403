import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { lockOnceLoaded } from "./lock.ts";

lockOnceLoaded();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="ja-JP">
      <App />
    </I18nProvider>
  </StrictMode>,
);
