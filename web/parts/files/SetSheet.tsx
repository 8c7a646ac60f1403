import "./set-sheet.css";
import { type ReactNode, useId } from "react";

interface SetSheetProps {
  readonly tone: "good" | "warn" | "bad";
  readonly title: ReactNode;
  /** Beneath the title: between whom. */
  readonly line?: ReactNode;
  /** Beside the title: the state in a badge. */
  readonly state?: ReactNode;
  /** What is found out about the set as a whole. */
  readonly about?: ReactNode;
  /** The rows of its files, each a `FileRow`. */
  readonly files: ReactNode;
  /** What the rows are called by a screen reader, where the title alone does not tell sheets apart. */
  readonly filesLabel?: string;
  /** Beneath the files. */
  readonly children?: ReactNode;
}

/** Files that belong together, on one sheet whose edge shows how they stand. */
export function SetSheet({
  tone,
  title,
  line,
  state,
  about,
  files,
  filesLabel,
  children,
}: SetSheetProps): ReactNode {
  const id = useId();
  const named = [id, line && `${id}-line`, filesLabel && `${id}-files`].filter(Boolean).join(" ");
  return (
    <article className={`set-sheet set-sheet-${tone}`} aria-labelledby={named}>
      <div className="set-sheet-head">
        <div className="set-sheet-what">
          <h2 id={id}>{title}</h2>
          {line === undefined ? null : (
            <p className="set-sheet-line" id={`${id}-line`}>
              {line}
            </p>
          )}
        </div>
        {state}
      </div>
      {about}
      <ul className="set-sheet-files" id={`${id}-files`} aria-label={filesLabel}>
        {files}
      </ul>
      {children}
    </article>
  );
}
