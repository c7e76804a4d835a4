const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A case reference that a person can read out: C- and ten letters of the id's random part (50 bits). */
export const caseReference = (id: string): string => strandReference('C', id);

/** The same of any strand: C for a child, P for a person of concern, L for a location; K for a cluster of children. */
export const strandReference = (letter: 'C' | 'P' | 'L' | 'K', id: string): string =>
  `${letter}-${lettersOf(id)}`;

/** The reference of a report of intelligence, in the same letters: I- and ten of them. It tells nothing of the report. */
export const intelligenceReference = (id: string): string => `I-${lettersOf(id)}`;

function lettersOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`) & ((1n << 50n) - 1n);
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = letters[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
