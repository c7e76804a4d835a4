import { agreedActions } from '../child-cases/agreed-actions.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { StoredRecord } from '../model.js';
import { aPlainPlan } from './payloads.js';
import type { Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

/** The open safety actions of a case, as the version in force agreed them. */
export function agreedSafetyIds(world: Partnership, record: StoredRecord<ChildCaseStanding>): string[] {
  const related = world.all('planAction').filter(({ parentId }) => parentId === record.id);
  const written = world.written.get(record.id) ?? [];
  return agreedActions({ record, facts: { related, written } }, 'safety').map(({ id }) => id);
}

/** A plain plan for a made-up aunt. */
export const forMadeUpAunt = {
  to: 'parent',
  carerId: '00000000-0000-7000-8000-0000000000a1',
  known: {
    id: '00000000-0000-7000-8000-0000000000a1',
    name: 'Made-up aunt',
    relation: 'Aunt',
    mayContact: 'yes',
  },
} as const;

/** The payloads of copies of plans. */
export const planCopyMakers: Record<string, Maker> = {
  'child-cases/write-plain-plan': ({ world, record, chance }) => {
    const ids = record ? agreedSafetyIds(world, record as StoredRecord<ChildCaseStanding>) : [];
    return aPlainPlan(ids, chance.happens(0.5) ? {} : forMadeUpAunt);
  },
  'plan-copies/open-copy': () => ({}),
  'plan-copies/record-receipt': () => ({ how: 'Read together (made up)' }),
};
