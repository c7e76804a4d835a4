import type { Reading } from './reading.js';

/** The forms of British and Northern Irish marks, newest first. A mark begins no number with 0. Source: DVLA, INF104. */
const dated = [
  /^[A-HJ-PR-Y]{2}\d{2}[A-HJ-PR-Z]{3}$/,
  /^[A-HJ-NPR-TV-Y][1-9]\d{0,2}[A-HJ-PR-Z]{3}$/,
  /^[A-HJ-PR-Z]{3}[1-9]\d{0,2}[A-HJ-NPR-TV-Y]$/,
];
const undated = [/^[A-Z]{1,3}[1-9]\d{0,3}$/, /^[1-9]\d{0,3}[A-Z]{1,3}$/];

const isDated = (mark: string) => dated.some((form) => form.test(mark));

const alike: { [character: string]: string } = { O: '0', '0': 'O', I: '1', '1': 'I' };

/** Every mark that this one may have been, had O been read for 0 and I for 1, or the other way round. */
function mistakable(mark: string): string[] {
  return [...mark].reduce<string[]>(
    (marks, one) => {
      const other = alike[one];
      return marks.flatMap((begun) => (other ? [begun + one, begun + other] : [begun + one]));
    },
    [''],
  );
}

/**
 * Reads a registration mark without spaces and in capitals. Where what was written has no British form and exactly one
 * mark that tells its year can be mistaken for it, O for 0 and I for 1, it is that one; a foreign mark stays as it is. Part of a
 * mark is no identifier: it belongs in the words.
 */
export function readRegistration(text: string): Reading {
  const mark = text.toUpperCase().replace(/[\s\-.·]/g, '');
  if (!/^[A-Z0-9]{2,10}$/.test(mark) || !/\d/.test(mark))
    return {
      fault: 'Enter the whole registration, such as AB12 CDE. Write part of one into the words.',
    };
  if (isDated(mark) || undated.some((form) => form.test(mark))) return { value: mark };
  const meant = mistakable(mark).filter(isDated);
  return { value: meant.length === 1 ? (meant[0] as string) : mark };
}

/** A mark as it stands on its plate: with the space of its form. */
export function shownRegistration(value: string): string {
  if (dated[0]?.test(value)) return `${value.slice(0, 4)} ${value.slice(4)}`;
  return value
    .replace(/^([A-Z]+)(\d+)$|^(\d+)([A-Z]+)$/, '$1$3 $2$4')
    .replace(/^([A-Z]\d+)([A-Z]{3})$|^([A-Z]{3})(\d+[A-Z])$/, '$1$3 $2$4');
}
