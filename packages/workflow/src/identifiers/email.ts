import type { Reading } from './reading.js';

/** Reads an e-mail address in small letters. */
export function readEmail(text: string): Reading {
  const value = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  return /^[^\s@<>,;:]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value) && value.length <= 254
    ? { value }
    : { fault: 'Enter an e-mail address in full, such as name@example.com.' };
}

/** The box that an address reaches: what follows a plus sign is the holder's own note. */
export const emailBox = (value: string): string => value.replace(/\+[^@]*@/, '@');
