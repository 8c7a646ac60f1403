import "./card.css";
import { type ReactNode, useId } from "react";

interface CardProps {
  readonly title?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: "plain" | "bad";
}

/** A white sheet for one subject; with a title it is a region of that name. */
export function Card({ title, children, tone = "plain" }: CardProps): ReactNode {
  const id = useId();
  if (title === undefined) return <div className={`card card-${tone}`}>{children}</div>;
  return (
    <section className={`card card-${tone}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
