import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import type { Maker } from './valid-payload.js';

const children = (world: Parameters<Maker>[0]['world']) =>
  world.all('child') as StoredRecord<ChildStanding>[];

/** Another child of the books; the record itself where there is none, which is refused. */
const another: Maker = ({ world, record, chance }) => {
  const others = children(world).filter(({ id }) => id !== record?.id);
  return { childId: others.length > 0 ? chance.of(others).id : record?.id, reasons: 'Made-up reasons' };
};

/** Payloads of the commands that say who a child is. */
export const childPayloads: Record<string, Maker> = {
  'children/identify': (asked) => ({
    as: asked.choice ?? 'named',
    how: 'Told by a made-up neighbour',
    ...(asked.choice === 'known' ? another(asked) : { child: { firstName: 'Robin', lastName: 'Testford' } }),
  }),
  'children/withdraw-identification': () => ({ reason: 'A mix-up' }),
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
