const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A case reference that a person can read out: C- and ten letters of the id's random part (50 bits). */
export const caseReference = (id: string): string => strandReference('C', id);

/** The same of any strand: C for a child, P for a person of concern, L for a location; K for a cluster of children. */
export const strandReference = (letter: 'C' | 'P' | 'L' | 'K', id: string): string =>
  `${letter}-${lettersOf(id)}`;

/** The reference of a report of intelligence, in the same letters: I- and ten of them. It tells nothing of the report. */
export const intelligenceReference = (id: string): string => `I-${lettersOf(id)}`;

/**
 * A reference as somebody typed it, in the one form in which it is kept: without its strokes, in small letters, with O for
 * 0 and I or L for 1. Null where the text is none.
 */
export function readReference(text: string): string | null {
  const [, letter, first, second] =
    /^([CPLKI])([0-9A-Z]{5})([0-9A-Z]{5})$/.exec(text.toUpperCase().replace(/[^0-9A-Z]/g, '')) ?? [];
  const read = (part = '') => part.replaceAll('O', '0').replace(/[IL]/g, '1');
  return letter ? `${letter}-${read(first)}-${read(second)}` : null;
}

function lettersOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`) & ((1n << 50n) - 1n);
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = letters[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
