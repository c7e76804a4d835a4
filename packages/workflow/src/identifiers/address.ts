import { folded, type Reading } from './reading.js';

const postcodeForm =
  /^(GIR0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Z][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])[0-9][ABD-HJLNP-UW-Z]{2})$/;

/** A postcode with the digit where its form has one: the third from the end is always a digit, the first a letter. */
function corrected(letters: string): string {
  const inward = letters.slice(-3);
  const digit = inward.charAt(0).replace('O', '0').replace('I', '1');
  return `${letters.slice(0, -3)}${digit}${inward.slice(1)}`.replace(/^0/, 'O').replace(/^1/, 'I');
}

/**
 * Reads a postcode in capitals with its space. The third character from the end is a digit, so O there is 0 and I is 1.
 * Source: Royal Mail, Programmers' Guide to the Postcode Address File; ZZ stands for no place and is taken as well (ONS).
 */
export function readPostcode(text: string): Reading {
  const value = corrected(text.toUpperCase().replace(/[\s\-.]/g, ''));
  if (!postcodeForm.test(value)) return { fault: 'Enter a whole postcode, such as ZZ1 1ZZ.' };
  return { value: `${value.slice(0, -3)} ${value.slice(-3)}` };
}

const spelt: { [short: string]: string } = {
  ave: 'avenue',
  av: 'avenue',
  cl: 'close',
  cres: 'crescent',
  ct: 'court',
  dr: 'drive',
  gdns: 'gardens',
  gro: 'grove',
  hse: 'house',
  ln: 'lane',
  pk: 'park',
  pl: 'place',
  rd: 'road',
  sq: 'square',
  terr: 'terrace',
  apt: 'flat',
  apartment: 'flat',
};

const hasDigit = (word: string | undefined) => word !== undefined && /\d/.test(word);

/** A word of an address in full; “st” is a saint after a number or at the start, and a street after a name. */
function speltOut(word: string, index: number, words: string[]): string {
  const before = words[index - 1];
  if (word === 'st') return before === undefined || hasDigit(before) ? 'st' : 'street';
  return spelt[word] ?? word;
}

const written = /\b([A-Z]{1,2}[0-9OI][A-Z0-9]?)\s*([0-9OI][A-Z]{2})\s*$/i;

/** The lines and the postcode of an address as it was written, which ends in its postcode where it has one. */
function parts(text: string): { words: string[]; postcode: string | null } {
  const end = written.exec(text.replace(/[\s,.]+$/, ''));
  const read = end ? readPostcode(`${end[1]}${end[2]}`) : null;
  const postcode = read && 'value' in read ? read.value : null;
  const lines = postcode && end ? text.slice(0, end.index) : text;
  const words = folded(lines)
    .split(' ')
    .filter((word) => word !== '');
  return { words: words.map(speltOut), postcode };
}

/**
 * Reads an address in small letters without punctuation, its usual short forms spelt out, its postcode last. The postcode
 * alone is an identifier of another kind.
 */
export function readAddress(text: string): Reading {
  const { words, postcode } = parts(text);
  if (words.length < (postcode ? 1 : 2))
    return { fault: 'Enter the number or name and the street, and the postcode if it is known.' };
  return { value: [...words, ...(postcode ? [postcode] : [])].join(' ') };
}

/** The house and its postcode, by which an address is the same however the street is written; null without either. */
export function houseAtPostcode(value: string): string | null {
  const { words, postcode } = parts(value);
  const flat = words.indexOf('flat') >= 0 ? words[words.indexOf('flat') + 1] : undefined;
  const house = words.find((word, index) => /^\d+[a-z]?$/.test(word) && words[index - 1] !== 'flat');
  if (!postcode || !house) return null;
  return [...(flat ? [`flat ${flat}`] : []), house, postcode].join(' ');
}

/** An address as it is read: its words with capitals, its postcode after a comma. */
export function shownAddress(value: string): string {
  const { words, postcode } = parts(value);
  const lines = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return postcode ? `${lines}, ${postcode}` : lines;
}
