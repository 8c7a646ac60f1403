/**
 * Japan as tiles of one size, a 都道府県 each, so that small ones are seen as well as large ones: rows from north to
 * south, `..` is sea. 北海道 is alone in the corner.
 */
const map = `
.. .. .. .. .. .. .. .. .. .. .. 01
.. .. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. 02 ..
.. .. .. .. .. .. .. .. .. 05 03 ..
.. .. .. .. .. .. .. .. .. 06 04 ..
.. .. .. .. .. .. 17 16 15 10 07 ..
.. .. .. .. .. .. 18 21 20 11 09 08
.. .. 32 31 28 26 25 23 19 13 12 ..
.. 35 34 33 27 29 24 22 14 .. .. ..
41 40 .. .. .. 30 .. .. .. .. .. ..
42 43 44 38 37 .. .. .. .. .. .. ..
.. 46 45 39 36 .. .. .. .. .. .. ..
47 .. .. .. .. .. .. .. .. .. .. ..
`;

/** A place on the map, from 1. */
export interface Tile {
  readonly prefecture: string;
  readonly column: number;
  readonly row: number;
}

export const tiles: readonly Tile[] = map
  .trim()
  .split("\n")
  .flatMap((line, row) =>
    line.split(" ").flatMap((prefecture, column) => {
      return prefecture === ".." ? [] : [{ prefecture, column: column + 1, row: row + 1 }];
    }),
  )
  .sort((a, b) => a.prefecture.localeCompare(b.prefecture));

export const mapSize = { columns: 12, rows: 13 } as const;

/** How strongly a tile is coloured, 0 to 4: none, then to 9, to 99, to 999, and more. */
export function strength(offices: number): 0 | 1 | 2 | 3 | 4 {
  if (offices === 0) return 0;
  if (offices < 10) return 1;
  if (offices < 100) return 2;
  return offices < 1000 ? 3 : 4;
}
