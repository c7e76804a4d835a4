/** Characters that make a spreadsheet take the cell for a formula when they stand first (as csv-stringify has them). */
const FORMULA = '[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]';
const GUARDED = new RegExp(`^'+${FORMULA}`);

/** Takes off the one apostrophe that keeps a spreadsheet from running a cell, as the writers put it. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** Doubles the first apostrophe of a text that already looks guarded, so that reading it gives it back unchanged. */
export function guardApostrophes(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}
