import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { inDays } from './in-days.js';
import type { Maker } from './valid-payload.js';

const children = (world: Parameters<Maker>[0]['world']) =>
  world.all('child') as StoredRecord<ChildStanding>[];

/** Another child of the books; the record itself where there is none, which is refused. */
const another: Maker = ({ world, record, chance }) => {
  const others = children(world).filter(({ id }) => id !== record?.id);
  return { childId: others.length > 0 ? chance.of(others).id : record?.id, reasons: 'Made-up reasons' };
};

const carer = { name: 'Made-up aunt', relation: 'Aunt', livesWith: 'yes', mayContact: 'yes' };

/** A carer who stands on the child's books; nobody's id where there is none, which is refused. */
function carerId({ world, record }: Parameters<Maker>[0]): string {
  const rows = world.written.get(record?.id ?? '') ?? [];
  const first = rows.find(({ kind }) => kind === 'carer')?.body as { carerId?: string } | undefined;
  return first?.carerId ?? 'none';
}

/** Payloads of the commands that say who a child is, and who cares for the child. */
export const childPayloads: Record<string, Maker> = {
  'children/record-carer': ({ chance }) => ({ ...carer, asParent: chance.of(['yes', 'no']) }),
  'children/change-carer': (asked) => ({
    ...{ ...carer, carerId: carerId(asked), asParent: 'yes', reason: 'Made-up reasons' },
    ...(asked.chance.happens(0.3) ? { mayContact: 'no', safeHow: 'Made-up reasons' } : {}),
  }),
  'children/end-carer': (asked) => ({ carerId: carerId(asked), reason: 'Made-up reasons' }),
  'children/record-social-care-referral': ({ world }) => ({
    referred: inDays(world, -90).slice(0, 10),
    assessments: [{ authorised: inDays(world, -40).slice(0, 10), factors: ['11A'] }],
    from: 'return',
  }),
  'children/identify': (asked) => ({
    as: asked.choice ?? 'named',
    how: 'Told by a made-up neighbour',
    ...(asked.choice === 'known' ? another(asked) : { child: { firstName: 'Robin', lastName: 'Testford' } }),
  }),
  'children/withdraw-identification': () => ({ reason: 'A mix-up' }),
  'children/withdraw-entry': ({ world, record, chance }) => {
    const rows = record ? (world.written.get(record.id) ?? []) : [];
    return { rowId: rows.length > 0 ? chance.of(rows).id : 'none', reason: 'Two files were open' };
  },
  'children/record-breach-decision': ({ record, chance }) => ({
    rowId: (record?.standing as ChildStanding | undefined)?.withdrawn?.[0]?.rowId ?? 'none',
    finding: chance.of(['breach', 'no-breach-restore']),
    reported: 'no',
    reasons: 'Made-up reasons',
  }),
  'children/move-case': (asked) => ({
    ...another(asked),
    caseId: (asked.record?.standing as ChildStanding | undefined)?.cases.at(-1) ?? 'none',
    reason: 'Two files were open',
  }),
  'children/merge-children': another,
  'children/unmerge-children': ({ record }) => ({
    childId: (record?.standing as ChildStanding | undefined)?.joined?.[0]?.id ?? 'none',
    reasons: 'Two cousins',
  }),
  'children/decide-merge': ({ record, choice }) => ({
    decision: choice ?? 'approve',
    childId: (record?.standing as ChildStanding | undefined)?.joining?.childId ?? 'none',
    reasons: 'Made-up reasons',
  }),
};
