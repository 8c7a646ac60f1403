import type { ReactNode } from "react";
import { prefectureName } from "../../parts/words/prefectures.ts";
import { mapSize, strength, tiles } from "./tiles.ts";

interface MemberMapProps {
  /** Offices by prefecture. */
  readonly counts: ReadonlyMap<string, number>;
  /** The chosen prefecture; an empty text is none. */
  readonly chosen: string;
  readonly onChoose: (prefecture: string) => void;
}

const side = 44;
const gap = 4;

/** A tile a prefecture, with its name and number: a press chooses it, another press lets it go. */
export function MemberMap({ counts, chosen, onChoose }: MemberMapProps): ReactNode {
  const width = mapSize.columns * side;
  const height = mapSize.rows * side;
  return (
    <svg className="members-map" viewBox={`0 0 ${width} ${height}`}>
      <title>都道府県ごとの事業所の数</title>
      {tiles.map(({ prefecture, column, row }) => {
        const offices = counts.get(prefecture) ?? 0;
        const is = prefecture === chosen;
        const short = shortName(prefectureName(prefecture));
        const choose = (): void => {
          onChoose(is ? "" : prefecture);
        };
        const x = (column - 1) * side;
        const y = (row - 1) * side;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a part of a picture cannot be a button element
          <g
            key={prefecture}
            className={`members-tile members-tile-${strength(offices)}`}
            role="button"
            tabIndex={0}
            aria-pressed={is}
            onClick={choose}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              choose();
            }}
          >
            <rect x={x + gap / 2} y={y + gap / 2} width={side - gap} height={side - gap} rx={6} />
            <text
              x={x + side / 2}
              y={y + 18}
              className={`members-tile-name ${short.length > 2 ? "members-tile-long" : ""}`}
            >
              {short}
            </text>
            <text x={x + side / 2} y={y + 36} className="members-tile-count">
              {shortCount(offices)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function shortName(name: string): string {
  return name === "北海道" ? name : name.slice(0, -1);
}

/** At most four characters. */
function shortCount(offices: number): string {
  return offices < 10_000 ? String(offices) : `${Math.floor(offices / 1000)}千`;
}
