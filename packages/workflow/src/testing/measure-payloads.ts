import { measuresOn } from '../disruption-measures/measure-codes.js';
import { inDays } from './in-days.js';
import type { Maker } from './valid-payload.js';

const day = (world: Parameters<Maker>[0]['world'], days: number) => inDays(world, days).slice(0, 10);

/** Payloads of what is done with a measure. */
export const measurePayloads: Record<string, Maker> = {
  'disruption-measures/consider-measure': ({ world, chance }) => {
    const childId = chance.of(world.all('child')).id;
    const ofChild = measuresOn(day(world, 0)).filter(({ strands }) => strands.join() === 'child');
    const person = world.all('person')[0];
    return {
      why: 'To keep a made-up person away',
      nextOn: day(world, 7),
      childIds: [childId],
      ...(person && chance.happens(0.6)
        ? { code: 'cawn', personId: person.id }
        : { code: chance.of(ofChild).code }),
    };
  },
  'disruption-measures/apply-for-measure': ({ world }) => ({
    ...{ to: 'Made-up magistrates', words: 'Applied for', nextOn: day(world, 10) },
  }),
  'disruption-measures/grant-measure': ({ world }) => ({
    ...{ decidedBy: 'Made-up magistrates', conditions: 'Keeps away (made up)', lastDay: day(world, 200) },
  }),
  'disruption-measures/serve-measure': () => ({
    ...{ how: 'Handed over by a made-up officer', conditions: 'Keeps away (made up)' },
  }),
  'disruption-measures/vary-measure': ({ world }) => ({
    ...{
      decidedBy: 'Made-up magistrates',
      why: 'A new address',
      conditions: 'Wider',
      lastDay: day(world, 300),
    },
  }),
  'disruption-measures/record-breach': () => ({ what: 'Rang the child (made up)', answer: 'Arrested' }),
  'disruption-measures/review-measure': ({ chance }) => ({
    ...{ outcome: chance.of(['renewal-sought', 'let-lapse', 'keep']), words: 'Made up' },
  }),
  'disruption-measures/discharge-measure': () => ({ reason: 'No longer needed (made up)' }),
  'disruption-measures/refuse-measure': () => ({ reason: 'Not enough (made up)' }),
  'disruption-measures/drop-measure': () => ({ reason: 'Another measure (made up)' }),
  'disruption-measures/allocate-measure': ({ world, chance }) => ({
    ownerId: chance.of([world.people.analyst, world.people.supervisor]).userId,
    reason: 'Leave (made up)',
  }),
  'disruption-measures/correct-entry': ({ world, record, chance }) => {
    const rows = world.written.get(record?.id ?? '') ?? [];
    const free = rows.filter((row) => !rows.some((other) => other.replaces === row.id));
    const dating = free.find(({ kind }) => /granted|served|varied/.test(kind));
    const rowId = (dating && chance.happens(0.5) ? dating : free.at(-1))?.id ?? 'none';
    return {
      ...{ rowId, reason: 'A slip (made up)', words: 'What is right (made up)' },
      ...(rowId === dating?.id && record?.state === 'inForce' ? { lastDay: day(world, 250) } : {}),
    };
  },
  'disruption-measures/withdraw-measure': () => ({ reason: 'Recorded on the wrong person (made up)' }),
  'disruption-measures/expire-measure': () => ({}),
};
