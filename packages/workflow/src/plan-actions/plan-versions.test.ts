import { expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { planVersions } from './plan-versions.js';

it('versions of a plan are read side by side: what was added, what is gone, which words changed; the old one stays as it was', () => {
  const one = aChildCase().graded('medium').withAction({ what: 'First' }).withAction({ what: 'Second' });
  const { world } = one;
  one.give('agree-plan', { kind: 'interim', comment: 'For now' }, 'manager');
  const [first, second] = world.all('planAction');
  const manager = world.people.manager;
  const ended = { how: 'not-done', reason: 'Made up' };
  world.give('plan-actions/end-action', ended, manager, { record: second?.id as string });
  const changed = { reason: 'Made up', due: '2029-12-20', contingency: 'Made up anew' };
  world.give('plan-actions/change-action', changed, manager, { record: first?.id as string });
  one.withAction({ what: 'Third' }, 'nurse').give('agree-plan', { kind: 'full' }, 'manager');
  const [now, before] = planVersions(world.written.get(one.id) ?? []);
  expect(before).toMatchObject({ version: 1, kind: 'interim', comment: 'For now', changes: [] });
  expect(before?.actions.map(({ what, due }) => [what, due])).toEqual([
    ['First', '2029-12-03'],
    ['Second', '2029-12-03'],
  ]);
  expect(now?.changes.map(({ what, change, fields }) => [what, change, fields])).toEqual([
    ['First', 'changed', [{ field: 'due', before: '2029-12-03', after: '2029-12-20' }]],
    ['Third', 'added', []],
    ['Second', 'gone', []],
  ]);
});
