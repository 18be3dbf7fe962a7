// Where things stand on a map: bands below each other on one grid, related things near each other.
export interface Box {
  id: string;
  x: number;
  y: number;
}

export interface Band<I extends string = 'moments' | 'front' | 'back' | 'behind'> {
  id: I;
  y: number;
  boxes: Box[];
}

/** What stands in a band; some bands keep their order, the others follow what stands above them. */
export interface Given<I extends string> {
  id: I;
  ids: string[];
  isKept: boolean;
}

interface Stack<I extends string> {
  bands: Band<I>[];
  places: Map<string, Box>;
  boxWidth: number;
  height: number;
}

export interface Layout extends Stack<Band['id']> {
  /** Height of the line of visibility. */
  line: number;
}

export interface Edge {
  from_id: string;
  to_id: string;
}

export const BOX_HEIGHT = 50;
export const GAP = 14;
export const ROW_GAP = 14;
const LEAST_WIDTH = 96;
const TITLE = 26;
const BAND_GAP = 20;

/** Orders a band by the mean place of what its members are tied to in the bands above. */
function near(ids: string[], edges: Edge[], placed: Map<string, number>): string[] {
  const mean = (id: string, fallback: number) => {
    const tied = edges
      .flatMap((edge) => (edge.from_id === id ? [edge.to_id] : edge.to_id === id ? [edge.from_id] : []))
      .flatMap((other) => placed.get(other) ?? []);
    return tied.length === 0 ? fallback : tied.reduce((total, at) => total + at, 0) / tied.length;
  };
  return ids
    .map((id, at) => ({ id, place: mean(id, (at + 0.5) / ids.length) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** Column and row of each of `n` things that fill columns of about the same height from left to right. */
function cells(n: number, columns: number): { column: number; row: number }[] {
  const least = Math.floor(n / columns);
  const taller = n % columns;
  return Array.from({ length: Math.min(n, columns) }, (_, column) => column).flatMap((column) =>
    Array.from({ length: least + (column < taller ? 1 : 0) }, (_, row) => ({ column, row })),
  );
}

/** Lays bands out over a width, the first on top. */
export function stack<I extends string>(given: Given<I>[], edges: Edge[], width: number): Stack<I> {
  const columns = Math.max(2, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const boxWidth = (width - (columns - 1) * GAP) / columns;
  const placed = new Map<string, number>();
  const places = new Map<string, Box>();
  const made: Band<I>[] = [];
  let y = 0;
  for (const { id, ids: all, isKept } of given) {
    const ids = isKept ? all : near(all, edges, placed);
    const spots = cells(ids.length, columns);
    const boxes = ids.map((one, at) => {
      const { column, row } = spots[at] ?? { column: 0, row: 0 };
      const box = { id: one, x: column * (boxWidth + GAP), y: y + TITLE + row * (BOX_HEIGHT + ROW_GAP) };
      placed.set(one, column);
      places.set(one, box);
      return box;
    });
    const rows = Math.max(1, Math.ceil(ids.length / columns));
    made.push({ id, y, boxes });
    y += TITLE + rows * BOX_HEIGHT + (rows - 1) * ROW_GAP + BAND_GAP;
  }
  return { bands: made, places, boxWidth, height: y - BAND_GAP + 8 };
}

/** Half way between a band and the one above it: where a line between the two is drawn. */
export function lineAbove<I extends string>(bands: Band<I>[], id: I): number | null {
  const band = bands.find((one) => one.id === id);
  return band === undefined ? null : band.y - BAND_GAP / 2;
}

/** Lays the whole map out. The moments keep the order in which they come. */
export function layOut(bands: Record<Band['id'], string[]>, edges: Edge[], width: number): Layout {
  const given = (['moments', 'front', 'back', 'behind'] as const).map((id) => ({ id, ids: bands[id], isKept: id === 'moments' }));
  const made = stack(given, edges, width);
  return { ...made, line: lineAbove(made.bands, 'back') ?? 0 };
}
