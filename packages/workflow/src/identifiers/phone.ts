import type { Reading } from './reading.js';

const faulty = {
  fault:
    'Enter a phone number with its digits, such as 07700 900123, or +44 before it for another country’s.',
};

/** A British number without its zero: 9 or 10 digits, the mobile ones 10, and the short helplines on 0800. */
const british = /^(7\d{9}|[123589]\d{8,9}|800\d{4})$/;

/** A number as it is dialled from here, with its country's code in front and no zero after it. */
function dialled(text: string): string {
  const digits = text.replace(/[\s().\-–‐‑/]|tel:/gi, '');
  const whole = /^7\d{9}$/.test(digits) ? `0${digits}` : digits;
  const abroad = whole.replace(/^00/, '+').replace(/^44(?=[1-9]\d{8,9}$|0\d{9,10}$)/, '+44');
  return abroad.replace(/^0/, '+44').replace(/^\+440/, '+44');
}

/**
 * Reads a phone number as E.164: a number that begins with 0 is British, and so is a mobile one that lost its 0 in a
 * spreadsheet; 00 and + lead abroad. Source: ITU-T E.164 (at
 * most 15 digits); Ofcom's numbering plan for the lengths of British numbers.
 */
export function readPhone(text: string): Reading {
  const value = dialled(text.trim().replace(/\(0\)/, ''));
  if (value.startsWith('+44')) return british.test(value.slice(3)) ? { value } : faulty;
  return /^\+[1-9]\d{6,14}$/.test(value) ? { value } : faulty;
}

/** Codes of three and four digits: of the large cities, and those of no place. Source: Ofcom's numbering plan. */
const area = /^(?:02\d|011\d|01\d1|03\d\d|08\d\d|09\d\d)/;

/** A number as it is read aloud: a British one from its zero, with spaces after its code. */
export function shownPhone(value: string): string {
  if (!value.startsWith('+44')) return value;
  const digits = `0${value.slice(3)}`;
  const { length: head } = area.exec(digits)?.[0] ?? '01234';
  if (digits.length !== 11) return digits;
  const rest = head === 5 ? [digits.slice(5)] : [digits.slice(head, 7), digits.slice(7)];
  return [digits.slice(0, head), ...rest].join(' ');
}
