import type { MissingEpisodeStanding } from '../missing-episodes/standing.js';
import type { StoredRecord } from '../model.js';
import type { ReturnInterviewStanding } from '../return-interviews/standing.js';
import type { Chance } from './chance.js';
import { inDays } from './in-days.js';
import type { Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

/** A report of a made-up child who is missing from home. */
export function aReport(childId: string, since: string, over: object = {}): object {
  return {
    childId,
    kind: 'missing',
    since,
    missingFrom: 'home',
    reportedBy: 'Made-up carer',
    policeReference: 'MP/26/000123',
    policeLevel: 'medium',
    looking: 'Response team 2 (made up)',
    triggerPlan: 'in-use',
    ...over,
  };
}

/** An offer of a made-up interview for these absences. */
export function anOffer(childId: string, episodeIds: readonly string[], over: object = {}): object {
  return {
    childId,
    episodeIds,
    by: 'Ines Interviewer',
    agency: 'Made-up charity',
    independent: true,
    words: 'Offered by telephone (made up)',
    ...over,
  };
}

/** What a made-up interview brought. */
export function anInterview(over: object = {}): object {
  return {
    where: 'At school',
    seenAlone: true,
    findings: ['pull:friends', 'exploitation:given-gifts-or-money'],
    words: 'A made-up account of two nights',
    ownRating: 2,
    ownWords: 'I was cold and they would not drive me back.',
    ...over,
  };
}

const standingOf = (record: StoredRecord | null) => record?.standing as MissingEpisodeStanding | undefined;

function anAbsenceOver(world: Partnership, chance: Chance): StoredRecord<MissingEpisodeStanding> | undefined {
  const over = world.all('missingEpisode').filter(({ state }) => state === 'over');
  const waiting = over.filter(({ standing }) => standing.clocks.length > 0);
  const from = waiting.length > 0 ? waiting : over;
  return from.length > 0 ? (chance.of(from) as StoredRecord<MissingEpisodeStanding>) : undefined;
}

/** Payloads of the commands about absences and the interviews after them. */
export const missingPayloads: Record<string, Maker> = {
  'missing-episodes/record-episode': ({ world, chance }) => {
    const start = inDays(world, -Math.floor(chance.next() * 300) - 1).slice(0, 10);
    const childId = chance.of(world.all('child')).id;
    const end = chance.happens(0.3) ? {} : { end: start };
    return { childId, kind: 'missing', start, ...end, from: 'return' };
  },
  'missing-episodes/report-missing': ({ world, chance }) => {
    const child = chance.of(world.all('child'));
    const across = chance.happens(0.2) ? { hostingPart: 'host', otherArea: 'Made-up borough' } : {};
    return aReport(child.id, inDays(world, 0), across);
  },
  'missing-episodes/record-search': () => ({ policeLevel: 'high', words: 'A made-up sighting' }),
  'missing-episodes/change-kind': ({ world, record }) => ({
    kind: standingOf(record)?.kind === 'away' ? 'missing' : 'away',
    from: inDays(world, 0),
    words: 'A made-up call: nobody knows where the child is now',
  }),
  'missing-episodes/decide-report': ({ world, choice }) => ({
    decision: choice ?? 'same',
    words: 'Made-up words',
    ...(choice === 'another' ? { since: inDays(world, 0) } : {}),
  }),
  'missing-episodes/record-return': ({ world, record }) => ({
    ...(standingOf(record)?.since
      ? { returned: inDays(world, 0) }
      : { end: standingOf(record)?.start ?? '2026-10-01' }),
    from: 'return',
  }),
  'missing-episodes/record-prevention-interview': () => ({
    by: 'PC Made-up',
    seen: true,
    words: 'Made-up words',
  }),
  'missing-episodes/record-not-offered': () => ({ reason: 'no-interviewer-free', words: 'Made-up words' }),
  'missing-episodes/withdraw-episode': () => ({ reason: 'The child was at school (made up)' }),
  'missing-episodes/tell-area': () => ({ told: 'Their duty team', words: 'Made-up words' }),
  'return-interviews/offer-interview': ({ world, chance }) => {
    const absence = anAbsenceOver(world, chance);
    return anOffer(absence?.standing.childId ?? 'none', [absence?.id ?? 'none']);
  },
  'return-interviews/record-interview': ({ record }) => {
    const known = record?.standing as ReturnInterviewStanding | undefined;
    return anInterview(known ? {} : { findings: [] });
  },
  'return-interviews/close-offer': ({ choice }) => ({
    outcome: choice ?? 'declined',
    words: 'Made-up words',
  }),
};
