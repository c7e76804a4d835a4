import { folded, type Reading } from './reading.js';

/** Reads a nickname or street name in small letters, without accents and punctuation: two characters at least. */
export function readNickname(text: string): Reading {
  const value = folded(text);
  return value.length >= 2 && value.length <= 60
    ? { value }
    : { fault: 'Enter the nickname, two letters or more.' };
}
