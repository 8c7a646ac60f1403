import { type ReactNode, useEffect, useRef } from "react";
import type { DrawnPage } from "./ask.ts";

interface PaperPageProps {
  readonly page: DrawnPage;
  /** 1 is as wide as there is room. */
  readonly zoom: number;
}

/** A page of a form as it stands on paper; to a screen reader it is a picture with a name. */
export function PaperPage({ page, zoom }: PaperPageProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { svg, width, height } = page;

  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    place.current?.replaceChildren(document.adoptNode(drawn));
  }, [svg]);

  const layout = width > height ? "landscape" : "portrait";
  return (
    <div
      ref={place}
      className={`paper-page paper-page-${layout}`}
      style={{ inlineSize: `${zoom * 100}%`, aspectRatio: `${width} / ${height}` }}
    />
  );
}
