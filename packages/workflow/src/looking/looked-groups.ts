import type { LookedAt } from './looked.js';
import type { LookingLine, LookingRule } from './looking-line.js';

/** Groups what was looked at by a key, in the order in which keys come up. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** One line of the report from the looks that it is about; `about` is the child or the day that makes it one line. */
export function lineOf(
  rule: LookingRule,
  about: string,
  looks: readonly LookedAt[],
  words: string,
): LookingLine {
  const [{ userId }] = looks as [LookedAt];
  return {
    line: `${rule}:${userId}:${about}`,
    rule,
    userId,
    personIds: [...new Set(looks.map((one) => one.personId))],
    looks: looks.reduce((sum, one) => sum + one.looks, 0),
    first: looks.map((one) => one.hour).sort()[0] ?? '',
    last:
      looks
        .map((one) => one.last)
        .sort()
        .at(-1) ?? '',
    words,
  };
}

/** A number of looks in words. */
export const times = (looks: number) => (looks === 1 ? 'once' : looks === 2 ? 'twice' : `${looks} times`);
