/** A stretch of a text, in UTF-16 units; `to` is the first place after it. */
export interface Stretch {
  from: number;
  to: number;
}

const marks = /["“”«»‘’']|\n[^\S\n]*\n|^[^\S\n]*>[^\n]*/gm;
const closings: { [open: string]: string } = { '“': '”', '«': '»', '‘': '’', '"': '"', "'": "'" };
const letter = /[\p{L}\p{N}]/u;
/** Single marks are apostrophes more often than not: a longer stretch between two is no quotation. */
const longestSingle = 400;

/** Whether a single mark could open a quotation: after a space or a bracket, before a letter. */
function opens(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return /[\s([{“"«–—-]/.test(before) && letter.test(text[at + 1] ?? '');
}

/**
 * Where a text quotes: between quotation marks of any usual kind, none reaching over an empty line, and in lines that
 * begin with `>`. In the order of the text, not overlapping; in time that grows with its length alone.
 */
export function quotationsIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let open: { mark: string; from: number } | null = null;
  for (const match of text.matchAll(marks)) {
    const mark = match[0];
    const at = match.index;
    if (mark.length > 1) {
      open = null;
      if (mark.trimStart().startsWith('>')) found.push({ from: at, to: at + mark.length });
      continue;
    }
    const single = mark === "'" || mark === '’' || mark === '‘';
    if (open && closings[open.mark] === mark) {
      if (single && letter.test(text[at + 1] ?? '')) continue;
      if (!single || at - open.from <= longestSingle) found.push({ from: open.from, to: at + 1 });
      open = null;
    } else if (!open && mark in closings && (!single || opens(text, at))) {
      open = { mark, from: at };
    }
  }
  return found;
}
