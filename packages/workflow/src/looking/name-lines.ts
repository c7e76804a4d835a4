import type { LookedAt, Looker } from './looked.js';
import { grouped, lineOf, times } from './looked-groups.js';
import type { LookingLimits, LookingLine } from './looking-line.js';

interface NameParts {
  first: string;
  last: string;
}

/** First name and surname as they are compared: lower case, without accents; no surname where there is one word only. */
export function nameParts(name: string): NameParts {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/\s+/).filter(Boolean);
  return words.length < 2
    ? { first: words[0] ?? '', last: '' }
    : { first: words[0] as string, last: words.at(-1) as string };
}

/** Looks at children who have the looker’s own surname, a colleague’s, or one surname between several of them. */
export function nameLines(
  opened: readonly LookedAt[],
  people: readonly Looker[],
  limits: LookingLimits,
): LookingLine[] {
  const named = people.map((one) => ({ ...one, parts: nameParts(one.name) }));
  const by = new Map(named.map((one) => [one.id, one]));
  const bySurname = grouped(named, ({ parts }) => parts.last);
  const lines: LookingLine[] = [];
  for (const looks of grouped(opened, (one) => `${one.userId} ${one.personId}`).values()) {
    const [{ userId, personId, personName, tied }] = looks as [LookedAt];
    const looker = by.get(userId);
    const child = nameParts(personName);
    if (!looker || child.last === '') continue;
    const often = times(looks.reduce((sum, one) => sum + one.looks, 0));
    if (child.last === looker.parts.last) {
      const whole = child.first === looker.parts.first;
      const words = `Opened ${often} the record of a child ${whole ? 'of the very same name' : 'with the same surname'} as his or her own${tied ? ', and works with the child' : ''}.`;
      lines.push(lineOf('ownName', personId, looks, words));
      continue;
    }
    const colleague = bySurname
      .get(child.last)
      ?.find((one) => one.agencyId === looker.agencyId && one.id !== looker.id);
    if (colleague && !tied)
      lines.push(
        lineOf(
          'colleagueName',
          personId,
          looks,
          `Opened ${often} the record of a child with the surname of a colleague at the same agency, ${colleague.name}, and has no part in the child’s case.`,
        ),
      );
  }
  return [...lines, ...surnameLines(opened, limits)];
}

function surnameLines(opened: readonly LookedAt[], limits: LookingLimits): LookingLine[] {
  const untied = opened.filter(({ tied, personName }) => !tied && nameParts(personName).last !== '');
  const groups = grouped(untied, (one) => `${one.userId} ${nameParts(one.personName).last}`);
  return [...groups.values()].flatMap((looks) => {
    const children = new Set(looks.map((one) => one.personId)).size;
    if (children < limits.sameSurname) return [];
    const surname = nameParts(looks[0]?.personName ?? '').last;
    const words = `Opened the records of ${children} children of one surname, and has no part in their cases: a family or neighbours may be looked at.`;
    return [lineOf('sameSurname', surname, looks, words)];
  });
}
