import { type ReactNode, useId } from "react";
import { ListBox } from "./ListBox.tsx";

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

/** One of many, where nothing can be wrong: a filter of what is shown. */
export function Pick(props: PickProps): ReactNode {
  return <ListBox id={useId()} {...props} />;
}
