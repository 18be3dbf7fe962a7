// The colours of the pictures, the same as in the printed memo, each with a pattern for paper and colour-blind readers.
export const ink = '#1c2430';
export const quiet = '#565d68';
export const hair = '#e1e4e8';
export const rule = '#7d848e';
export const paper = '#ffffff';
export const accent = '#0b5c63';
export const good = '#0072b2';
export const bad = '#d55e00';
export const amber = '#e69f00';
export const out = '#8c929b';

/** Classes in the order in which series take them. */
export const classes = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#8c929b'] as const;

export const type = { fontFamily: "'Inter Variable', 'Segoe UI', Helvetica, Arial, sans-serif", fontSize: 12, color: ink };
