// Where moments and nodes stand on the map: four bands below each other on one grid, related things near each other.
export interface Box {
  id: string;
  x: number;
  y: number;
}

export interface Band {
  id: 'moments' | 'front' | 'back' | 'behind';
  y: number;
  boxes: Box[];
}

export interface Layout {
  bands: Band[];
  places: Map<string, Box>;
  boxWidth: number;
  height: number;
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

/** Lays the bands out over a width. The moments keep the order in which they come. */
export function layOut(bands: Record<Band['id'], string[]>, edges: Edge[], width: number): Layout {
  const columns = Math.max(2, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const boxWidth = (width - (columns - 1) * GAP) / columns;
  const placed = new Map<string, number>();
  const places = new Map<string, Box>();
  const made: Band[] = [];
  let y = 0;
  let line = 0;
  for (const id of ['moments', 'front', 'back', 'behind'] as const) {
    const ids = id === 'moments' ? bands[id] : near(bands[id], edges, placed);
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
    if (id === 'front') line = y - BAND_GAP / 2;
  }
  return { bands: made, places, boxWidth, height: y - BAND_GAP + 8, line };
}
