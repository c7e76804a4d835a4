import { ruleDueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { isChildOn, officer, type StrandCaseStanding } from './standing.js';

type Ctx = Context<StrandCaseStanding, object>;

/** Noon of a day, from which a clock is counted back. */
export const noonOf = (day: string): string => `${day.slice(0, 10)}T12:00:00.000Z`;

/** The clocks that wait for a release or return. */
export const releaseClocks = ['release-three-months', 'release-28-days'] as const;

/** The review of necessity begins anew: monthly for a person who is a child, else every three months. */
export function necessityBegins({ record, at, profile }: Ctx, standing: StrandCaseStanding): Effect[] {
  const isChild = isChildOn({ ...record.standing, ...standing }, localDate(at, profile.timeZone));
  const [rule, other] = isChild
    ? (['child-necessity', 'person-necessity'] as const)
    : (['person-necessity', 'child-necessity'] as const);
  return [
    { do: 'end', rule: other },
    { do: 'end', rule },
    { do: 'start', rule, who: officer(standing) },
  ];
}

/**
 * The clocks towards a release that is known: preparation three months and 28 days before, as far as these lie ahead,
 * and the day itself, which resumes the case. Where none is known, the day on which somebody looks again.
 */
export function releaseAhead(
  { record, at, profile }: Ctx,
  { releaseOn, checkBy }: { releaseOn?: string | null | undefined; checkBy?: string | undefined },
): Effect[] {
  const who = officer(record.standing);
  const gone: Effect[] = [...releaseClocks, 'release-day', 'suspension-check'].map((rule) => ({
    do: 'end',
    rule,
    reason: 'The release or return has changed',
  }));
  if (!releaseOn)
    return [
      ...gone,
      ...(checkBy ? [{ do: 'start', rule: 'suspension-check', who, due: checkBy } as const] : []),
    ];
  const start = noonOf(releaseOn);
  const before = releaseClocks.flatMap((rule): Effect[] => {
    const due = ruleDueAt(profile.clocks[rule], start, profile);
    return due !== null && due > at ? [{ do: 'start', rule, who, start }] : [];
  });
  return [...gone, ...before, { do: 'start', rule: 'release-day', who, due: releaseOn }];
}

/** For a person who is a child and for whom nobody in social care answers yet: the officer asks a manager in time. */
export function careManagerAwaited(
  { at, profile }: Pick<Ctx, 'at' | 'profile'>,
  standing: StrandCaseStanding,
): Effect[] {
  if (standing.careManager || !isChildOn(standing, localDate(at, profile.timeZone))) return [];
  return [{ do: 'start', rule: 'care-manager-answer', who: officer(standing) }];
}
