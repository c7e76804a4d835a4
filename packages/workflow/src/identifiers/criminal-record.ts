import type { Reading } from './reading.js';

/** The check letters of PNC and CRO numbers by the remainder of 23; I, O and S are not used. */
const checkLetters = 'ZABCDEFGHJKLMNPQRTUVWXY';

const checkLetter = (number: string) => checkLetters.charAt(Number(number) % 23);

const wrongLetter = (called: string, letter: string) => ({
  fault: `The letter at the end of this ${called} would be ${letter}: look at the number again.`,
});

const compact = (text: string) => text.toUpperCase().replace(/[\s\-.]/g, '');

/**
 * Reads a number of the Police National Computer as YYYY/NNNNNNNX. A year of two digits that is not yet past is of this
 * century. `today` is a date. Source: the check letter is the year's two digits and the serial of seven, modulo 23.
 */
export function readPnc(text: string, today: string): Reading {
  const found = /^(\d{4}|\d{2})\/?(\d{1,7})([A-Z])$/.exec(pncParts(compact(text)));
  if (!found)
    return { fault: 'Enter a PNC number as year, stroke, number and letter, such as 2002/0073319Z.' };
  const [, year = '', serial = '', letter = ''] = found;
  const padded = serial.padStart(7, '0');
  const expected = checkLetter(year.slice(-2) + padded);
  if (letter !== expected) return wrongLetter('PNC number', expected);
  const century = year.length === 4 ? '' : year <= today.slice(2, 4) ? '20' : '19';
  return { value: `${century}${year}/${padded}${letter}` };
}

/** Where the stroke was left out, eleven digits are a year of four and nine a year of two. */
function pncParts(text: string): string {
  if (text.includes('/')) return text;
  return text.replace(/^(\d{4})(\d{7}[A-Z])$/, '$1/$2').replace(/^(\d{2})(\d{7}[A-Z])$/, '$1/$2');
}

/**
 * Reads a number of the Criminal Records Office: NNNNNN/YYX, or SFYY/NX of a record without fingerprints. The check letter
 * is the year and the serial, modulo 23; the serial has six digits in the first form and no zeros in front in the second.
 */
export function readCro(text: string): Reading {
  const number = compact(text);
  const file = /^SF(\d{2})\/(\d{1,6})([A-Z])$/.exec(number);
  const standard = /^(\d{1,6})\/(\d{2})([A-Z])$/.exec(number);
  if (!file && !standard) return { fault: 'Enter a CRO number such as 012345/01D, or SF01/12345A.' };
  const [, first = '', second = '', letter = ''] = file ?? standard ?? [];
  const serial = file ? second.replace(/^0+(?=\d)/, '') : first.padStart(6, '0');
  const year = file ? first : second;
  const expected = checkLetter(year + serial);
  if (letter !== expected) return wrongLetter('CRO number', expected);
  return { value: file ? `SF${year}/${serial}${letter}` : `${serial}/${year}${letter}` };
}
