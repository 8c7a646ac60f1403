import { type ReactNode, useEffect } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import type { Place } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { desk, theApp } from "../api.ts";
import { type ReadyState, useDesk } from "../desk-context.ts";
import { BackupPage } from "./BackupPage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";
import { TakeOutPage } from "./TakeOutPage.tsx";

interface SettingsPlaceProps {
  /** What follows `settings` in the address: one of its pages. */
  readonly place: Place;
  readonly state: ReadyState;
}

const loadSettings = (signal: AbortSignal) => desk.settings(undefined, { signal });

/** 設定: the office, its certificate, and this app. */
export function SettingsPlace({ place, state }: SettingsPlaceProps): ReactNode {
  const { resource, reload } = useResource(loadSettings);
  const { onChanged } = useDesk();
  useEffect(
    () =>
      onChanged((what) => {
        if (what === "state") reload();
      }),
    [onChanged, reload],
  );

  if (resource.state === "loading") return <Loading />;
  if (resource.state === "failed") {
    return (
      <Page title="設定" width="narrow">
        <Failure
          title="設定を読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={reload}
        />
      </Page>
    );
  }
  const settings = resource.value;
  const [page] = place;
  if (page === "certificate") return <TakeOutPage office={state.office} />;
  if (page === "backup") return <BackupPage settings={settings} />;
  return <SettingsPage state={state} settings={settings} />;
}
