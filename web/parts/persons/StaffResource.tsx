import type { ReactNode } from "react";
import { Failure } from "../look/Failure.tsx";
import { Loading } from "../look/Loading.tsx";
import type { Loaded } from "../state/use-resource.ts";
import { type Staff, useKeeper } from "./keeper.ts";

interface StaffResourceProps {
  readonly staff: Loaded<Staff>;
  readonly children: (staff: Staff) => ReactNode;
}

/** Draws what is made of the persons; before they are there, that they come; else why they do not. */
export function StaffResource({
  staff: { resource, reload },
  children,
}: StaffResourceProps): ReactNode {
  const { noun, otherSide } = useKeeper();
  if (resource.state === "loading") return <Loading />;
  if (resource.state === "ready") return children(resource.value);
  return (
    <Failure
      title={`${noun}を読み込めませんでした`}
      error={resource.error}
      otherSide={otherSide}
      onAgain={reload}
    />
  );
}
