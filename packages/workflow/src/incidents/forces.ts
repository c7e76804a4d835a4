import type { Fault } from '../model.js';
import type { Profile } from '../profile/profile.js';
import { forceKey } from './outcome-codes.js';

type Area = Pick<Profile, 'incidents'>;

/** Words that nearly every force has in its name: they tell none from another. */
const everyday = ['police', 'constabulary', 'force', 'service', 'the', 'and', '&'];

const letters = (force: string): string =>
  forceKey(force)
    .split(' ')
    .filter((word) => !everyday.includes(word))
    .join('');

/** How many pairs of letters that stand beside each other two names share, from 0 to 1. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
  const [mine, theirs] = [pairs(one), pairs(other)];
  const left = [...theirs];
  const shared = mine.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return mine.length + theirs.length === 0 ? 0 : (2 * shared.length) / (mine.length + theirs.length);
}

/** A force as the list of the area writes it, however it was typed; as typed where there is no list or it is not on it. */
export function listedForce({ incidents }: Area, force: string): string {
  return incidents.forces?.find((one) => forceKey(one) === forceKey(force)) ?? force;
}

/** Codes are read with the force: a force that is not on the list of the area is refused, with those that would match. */
export function forceFaults({ incidents }: Area, force: string): Fault[] {
  const { forces } = incidents;
  if (!forces || forces.some((one) => forceKey(one) === forceKey(force))) return [];
  const alike = forces.filter((one) => likeness(letters(one), letters(force)) >= 0.5);
  const matching = (alike.length > 0 ? alike : forces).join(', ');
  const detail = `“${force}” is not on the list of police forces. ${alike.length > 0 ? 'Write' : 'On it are'}: ${matching}.`;
  return [{ pointer: '/force', code: 'notInList', detail }];
}
