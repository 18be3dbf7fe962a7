// The lines of each icon, on a field of 20 by 20.
export const icons = {
  overview: 'M3 3h6v8H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 13h6v4H3z',
  customers: 'M7.5 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3 2.4-5 5.5-5s5.5 2 5.5 5M13 3.3a3 3 0 0 1 0 5.4M15 12.4c1.9.7 3 2.3 3 4.6',
  ecosystem: 'M10 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM4 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM16 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 6l-4 8M11 6l4 8M6 16h8',
  capabilities: 'M3 4h4v4H3zM9 4h8v4H9zM3 10h8v6H3zM13 10h4v6h-4z',
  candidates: 'M3 5h14M3 10h14M3 15h14',
  plan: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  robustness: 'M10 2l7 3v5c0 4-3 6.5-7 8-4-1.500-7-4-7-8V5zM7 10l2.200 2.200L13.200 8',
  import: 'M10 3v9M6.500 8.500 10 12l3.500-3.500M3 14v3h14v-3',
  history: 'M3.500 10a6.500 6.500 0 1 0 2-4.700L3 7.500M3 3.500v4h4M10 6.500V10l2.500 2',
  'board-pack': 'M6 7V2.500h8V7M5 14H3V7h14v7h-2M6 11.500h8V18H6z',
  menu: 'M3 5h14M3 10h14M3 15h14',
  undo: 'M4 8h8a4.500 4.500 0 0 1 0 9H8M7.500 4.500 4 8l3.500 3.500',
} as const;

export type IconName = keyof typeof icons;
