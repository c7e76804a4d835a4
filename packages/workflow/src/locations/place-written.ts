import type { LocationStanding } from './standing.js';

type Named = Pick<LocationStanding, 'name' | 'aliases' | 'address' | 'postcode' | 'handle'>;

/** Names shorter than this stand in too many other words to be looked for. */
const leastLetters = 5;

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
const joined = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * Whether somebody wrote this place: its postcode with the beginning of its address, or its name, another name, its
 * address or its name online as whole words. What is written otherwise is not found.
 */
export function isPlaceWritten(text: string, place: Named): boolean {
  const { name, aliases, address, postcode, handle } = place;
  const written = plain(text);
  const names = [name, ...aliases, address, handle].filter(
    (one): one is string => Boolean(one) && joined(one as string).length >= leastLetters,
  );
  if (names.some((one) => written.includes(plain(one)))) return true;
  const [first] = (address ?? '').split(',');
  return Boolean(
    postcode && first && joined(text).includes(joined(postcode)) && written.includes(plain(first)),
  );
}
