import { styleText } from "node:util";

/** What a line of a note is; decides its colour where there are colours. */
export type Look = "verdict" | "title" | "set" | "plain" | "mend" | "soft";

export interface NoteLine {
  readonly look: Look;
  readonly text: string;
}

const styles = {
  verdict: "bold",
  title: "underline",
  set: "bold",
  plain: "reset",
  mend: "green",
  soft: "dim",
} as const satisfies Record<Look, Parameters<typeof styleText>[0]>;

/** How wide a note is written: as the terminal, within what reads well. */
export function columnsOf({ columns }: { readonly columns?: number }): number {
  return Math.min(Math.max(columns ?? 96, 60), 100);
}

/** Prints lines, in colour where `stream` is a terminal that has it and nobody asked otherwise (NO_COLOR). */
export function printNote(lines: readonly NoteLine[], stream: NodeJS.WriteStream): void {
  const painted = lines.map(({ look, text }) =>
    look === "plain" || text === "" ? text : styleText(styles[look], text, { stream }),
  );
  stream.write(`${painted.join("\n")}\n`);
}
