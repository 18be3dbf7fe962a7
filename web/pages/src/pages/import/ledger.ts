// An amount as a controller types it or pastes it from a ledger: blanks between thousands, decimal comma or point.

/** Decimal text, or null when it is no number. */
export function decimalOf(typed: string): string | null {
  let text = typed.replaceAll(/[\s€$£'’]/gu, '');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  // With both marks the last one is the decimal mark; one mark with three digits behind it parts thousands.
  if (comma >= 0 && point >= 0) text = comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  else if (/^-?\d{1,3}([.,]\d{3})+$/.test(text)) text = text.replaceAll(/[.,]/g, '');
  else text = text.replace(',', '.');
  return /^-?\d+(\.\d{1,6})?$/.test(text) ? text : null;
}
