import type { StoredRecord } from '../model.js';
import { accesses, gravities } from '../strand-cases/codes.js';
import { priorityOf } from '../strand-cases/priority.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { aChairsActionTaken } from './chairs-action-maker.js';
import { inDays } from './in-days.js';
import type { Maker } from './valid-payload.js';

type About = Parameters<Maker>[0];
const caseOf = (record: StoredRecord | null) => record?.standing as StrandCaseStanding | undefined;
const day = ({ world }: About, days: number) => inDays(world, days).slice(0, 10);

/** A nomination of a made-up adult, unless told otherwise. */
export const aNomination = (over: object = {}) => ({
  person: { name: 'Person Amber-04', birthDate: '1990-05-06' },
  bases: [{ code: 'repeat-association' }],
  why: 'Seen with children near the made-up station, three times',
  ...over,
});

/** A report of a made-up place, unless told otherwise. */
export const aPlaceReport = (over: object = {}) => ({
  location: { name: 'Place Cedar-01', kind: 'takeaway', postcode: 'ZZ1 1ZZ' },
  bases: [{ code: 'repeat-association' }],
  why: 'Children wait there until late (made up)',
  ...over,
});

/** What is said in accepting: everything that either strand asks for. */
export const anAcceptedCase = (over: object = {}) => ({
  necessity: 'Three sightings in a made-up month',
  duplicateCheck: 'none-found',
  jurisdiction: 'ours',
  ...over,
});

function priority({ world, record, chance }: About): object {
  const gravity = chance.of(gravities);
  const childAccess = chance.of(accesses);
  const about = caseOf(record);
  if (!about || chance.happens(0.5)) return { gravity, access: childAccess };
  const judged = { ...about, gravity, childAccess, override: null };
  const { computed } = priorityOf(judged, world.at.slice(0, 10), world.profile.priority);
  return { gravity, access: childAccess, override: computed === 'low' ? 'high' : 'low', reasons: 'Made-up' };
}

function suspension(about: About): object {
  const { record, chance } = about;
  const known = chance.happens(0.7);
  const when = known ? { releaseOn: day(about, 200) } : { checkBy: day(about, 20) };
  if (record?.kind === 'locationCase') return { reason: 'closed-for-now', words: 'Made-up works', ...when };
  return {
    reason: 'custody',
    words: 'Made-up sentence',
    mappa: 'level-1',
    offenderManager: 'Made-up',
    ...when,
  };
}

const removal = ({ chance }: About) => {
  const reason = chance.of(['no-longer-necessary', 'no-longer-necessary', 'mistaken', 'unfounded']);
  return { reason, words: 'Made-up reasons' };
};

const other = ({ world, record, chance }: About) => {
  const all = world.all(record?.kind ?? 'person').filter((one) => one.id !== record?.id);
  return { otherId: all.length > 0 ? chance.of(all).id : 'none', reasons: 'Made-up reasons' };
};
const joined = ({ record }: About) => {
  const first = (record?.standing as { joined?: { id: string }[] } | undefined)?.joined?.[0];
  return { otherId: first?.id ?? 'none', reasons: 'Made-up reasons' };
};

const both = (verb: string, make: Maker): [string, Maker][] =>
  ['person-cases', 'location-cases'].map((topic) => [`${topic}/${verb}`, make]);

/** Payloads of what is done about persons of concern and locations. */
export const strandPayloads: Record<string, Maker> = {
  'person-cases/nominate': ({ chance }) =>
    aNomination(chance.happens(0.3) ? { person: { name: 'Person Amber-05', ageFrom: 15, ageTo: 16 } } : {}),
  'location-cases/report': ({ chance }) =>
    aPlaceReport(
      chance.happens(0.3) ? { location: { name: 'Place Cedar-02', licence: 'Premises (made up)' } } : {},
    ),
  'person-cases/accept-nomination': () => anAcceptedCase(),
  'location-cases/accept-report': () => anAcceptedCase(),
  'person-cases/decline-nomination': () => ({ reason: 'not-enough-known', words: 'Made-up words' }),
  'location-cases/decline-report': () => ({ reason: 'not-enough-known', words: 'Made-up words' }),
  ...Object.fromEntries([
    ...both('start-screening', () => ({})),
    ...both('allocate-officer', ({ world, chance }) => ({
      officerId: chance.of([world.people.analyst, world.people.supervisor]).userId,
      reason: 'Made-up reasons',
    })),
    ...both('review-necessity', ({ choice }) => ({ outcome: choice ?? 'still-necessary', words: 'Made up' })),
    ...both('add-basis', (about) => ({
      code: about.chance.of(['disclosure', 'graded-intelligence', 'repeat-association']),
      on: day(about, -3),
      words: 'Made-up words',
    })),
    ...both('withdraw-basis', ({ record }) => ({
      basisId: caseOf(record)?.bases[0]?.id ?? 'none',
      reason: 'Made-up reasons',
    })),
    ...both('set-priority', priority),
    ...both('set-handling', ({ world, choice }) =>
      choice === 'C'
        ? {
            handling: 'C',
            conditions: 'Made-up conditions',
            reason: 'A made-up operation',
            readers: [world.people.analyst.userId, world.people.chair.userId],
          }
        : { handling: 'P', reason: 'The made-up operation is over' },
    ),
    ...both('close-alike', () => ({})),
    ...both('suspend', suspension),
    ...both('change-release', (about) => ({ words: 'Made-up words', releaseOn: day(about, 150) })),
    ...both('prepare-release', ({ choice }) => ({ stage: choice ?? 'three-months', words: 'Made up' })),
    ...both('resume', () => ({ words: 'Made-up words' })),
    ...both('propose-removal', removal),
    ...both('approve-removal', () => ({ words: 'Made-up words' })),
    ...both('refuse-removal', () => ({ reason: 'Made-up reasons' })),
    ...both('record-recall', () => ({ words: 'Two made-up copies came back' })),
    ...both('record-next-check', () => ({ found: 'Nothing new (made up)' })),
    ...both('await-next-check', (about) => ({ nextCheck: day(about, 90) })),
    ...both('relist', () => ({ reason: 'Made-up reasons' })),
    ...both('correct-record', ({ world, record, chance }) => {
      const rows = world.written.get(record?.id ?? '') ?? [];
      const own = rows.filter((row) => row.kind !== 'receipt' && row.kind !== 'outcome');
      return { rowId: own.length > 0 ? chance.of(own).id : 'none', reason: 'A slip', words: 'Made-up words' };
    }),
    ...both('list-for-panel', () => ({ basis: 'new', asked: 'What can each agency do?' })),
    ...both('take-chairs-action', ({ world }) => ({
      ...aChairsActionTaken(world.at),
      escalatedTo: 'The director (made up)',
    })),
    ...both('withdraw-listing', () => ({ reason: 'Made-up reasons' })),
    ...both('defer-listing', (about) => ({ reason: 'Made up', until: day(about, 20) })),
  ]),
  'person-cases/ask-care-manager': ({ world }) => ({
    managerId: world.people.manager.userId,
    words: 'Made-up words',
  }),
  'person-cases/answer-for-child': ({ chance }) => ({
    answer: chance.of(['agree', 'agree', 'refuse']),
    words: 'Made-up words',
  }),
  'person-cases/record-investigation': (about) => ({
    officer: 'DC Made-Up',
    words: 'Made-up words',
    ...about.chance.of([
      { stage: 'opened' },
      { stage: 'interviewed', interviewOn: day(about, -1), outcome: 'Interviewed under caution (made up)' },
      { stage: 'bailed', bailUntil: day(about, 28) },
    ]),
  }),
  'person-cases/record-child-told': ({ record }) => ({
    outcomeId: caseOf(record)?.untold?.[0]?.id ?? 'none',
    told: 'told',
    words: 'By the allocated worker, at home (made up)',
  }),
  'person-cases/decide-printing': ({ chance }) => ({
    printing: chance.of(['yes', 'no']),
    reasons: 'Made-up reasons',
  }),
  'persons/record-details': () => ({
    aliases: ['Made-up alias'],
    ethnicityOfficer: 'IC9',
    identifiers: [{ kind: 'phone', text: '07700 900123' }],
    reason: 'Told by the made-up housing officer',
  }),
  'persons/merge': other,
  'persons/unmerge': joined,
  'persons/record-child-role': ({ world, chance }) => ({
    childId: chance.of(world.all('child')).id,
    reason: 'The same made-up young person',
  }),
  'locations/record-details': () => ({ manager: 'Made-up keeper', reason: 'Told by the licensing officer' }),
  'locations/merge': other,
  'locations/unmerge': joined,
  'locations/record-prevention': (about) => ({
    kind: 'training',
    on: day(about, -2),
    audience: 'Night staff',
    attended: 8,
    words: 'Made-up words',
  }),
};
