import { type PlannedUser, type PlanOffice, parseOfficeNumber } from "@tsunagi/standard";
import { type ReactNode, useCallback, useMemo } from "react";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { desk } from "../api.ts";
import { OtherOffice } from "./OtherOffice.tsx";
import { usePlanMonth, usePlans } from "./plan-month.ts";
import { SearchList } from "./SearchList.tsx";

interface FindOfficeProps {
  readonly serviceType: string;
  readonly onPick: (office: PlanOffice) => void;
}

/** Finds who gives a service: those in other plans first, the others in the directory of the network. */
export function FindOffice({ serviceType, onPick }: FindOfficeProps): ReactNode {
  const { before } = usePlanMonth();
  const { drafts } = usePlans();
  const known = useMemo(
    () =>
      officesIn(
        [...before.values(), ...Array.from(drafts.values(), ({ content }) => content)],
        serviceType,
      ),
    [before, drafts, serviceType],
  );
  const search = useCallback(async (text: string, signal: AbortSignal) => {
    const { offices } = await desk.searchPartners({ query: { search: text } }, { signal });
    return offices.map(({ number, name }) => ({ number: parseOfficeNumber(number), name }));
  }, []);
  return (
    <>
      <SearchList
        label="事業所"
        hint="事業所番号のはじめか、名前の一部で探します。前に使った事業所は、はじめから出ます。"
        atFirst={known}
        search={search}
        keyOf={({ number }) => number}
        show={({ number, name }) => <OfficeLabel number={number} name={name} />}
        onPick={onPick}
      />
      <OtherOffice onPick={onPick} />
    </>
  );
}

/** Who gives services of a type in plans. */
function officesIn(plans: readonly PlannedUser[], serviceType: string): readonly PlanOffice[] {
  const offices = plans
    .flatMap(({ draft }) => draft.lines)
    .filter(({ service }) => service.code.startsWith(serviceType))
    .map(({ office: { number, name } }) => [number, { number, name }] as const);
  return Array.from(new Map(offices).values());
}
