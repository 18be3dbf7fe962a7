// Width of text without a screen, and lines that fit a width.

/** Advance widths of Arial for the characters from space to tilde, in thousandths of the font size. */
const ADVANCE = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Inter and Segoe UI run a little wider than Arial. */
const RESERVE = 1.06;
const BOLD = 1.06;

function advance(character: string): number {
  if (character === '\u202f') return 200;
  if (character === '\u00a0') return 278;
  // An accent adds no width: measure the letter under it.
  const code = character.normalize('NFD').charCodeAt(0);
  const known = ADVANCE[code - 32];
  if (known !== undefined) return known;
  return code >= 0x1100 ? 1000 : 600;
}

/** Width in pixels, rather too much than too little. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += advance(character);
  return (sum / 1000) * size * RESERVE * (bold ? BOLD : 1);
}

/** What the chart library asks when it has no canvas: the width of `text` in a CSS font. */
export function measureText(text: string, font?: string): { width: number } {
  const size = Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? 12);
  return { width: textWidth(text ?? '', size, /\b(bold|[6-9]00)\b/.test(font ?? '')) };
}

/** One line of printable text: no control or non-characters (XML forbids them), single spaces. */
export function clean(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function shorten(text: string, width: number, size: number, bold: boolean): string {
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(characters.join('') + '…', size, bold) > width) characters.pop();
  return characters.join('').trimEnd() + '…';
}

/** Words, kept together with the high punctuation that French sets after a space; overlong ones cut to pieces. */
function words(text: string, width: number, size: number, bold: boolean): string[] {
  const whole = clean(text)
    .replace(/ ([:;?!»%€])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .split(' ');
  return whole.flatMap((word) => {
    const pieces: string[] = [''];
    for (const character of word) {
      const longer = pieces[pieces.length - 1] + character;
      if (textWidth(longer, size, bold) > width) pieces.push(character);
      else pieces[pieces.length - 1] = longer;
    }
    return pieces;
  });
}

function fill(pieces: string[], width: number, size: number, bold: boolean): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = lines.length ? lines[lines.length - 1] + ' ' + piece : piece;
    if (lines.length && textWidth(longer, size, bold) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/**
 * At most `most` lines of at most `width` pixels, about equally long; the last one ends in an ellipsis where text is
 * left over.
 */
export function wrap(text: string, width: number, most: number, size: number, bold = false): string[] {
  const pieces = words(text, width, size, bold);
  let lines = fill(pieces, width, size, bold);
  if (lines.length <= most) {
    for (let narrower = width - 8; narrower > width / 2; narrower -= 8) {
      const tried = fill(pieces, narrower, size, bold);
      if (tried.length > lines.length) break;
      lines = tried;
    }
    return lines;
  }
  const kept = lines.slice(0, most);
  kept[most - 1] = shorten(lines.slice(most - 1).join(' '), width, size, bold);
  return kept;
}

/** The widest of several texts. */
export function widest(texts: string[], size: number, bold = false): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size, bold)), 0);
}

/** A name on one line, for legends and headings. */
export function oneLine(text: string, width: number, size: number): string {
  return wrap(text, width, 1, size)[0] ?? '';
}
