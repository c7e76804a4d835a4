import { describe, expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { panelWords } from '../testing/a-panel.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { broughtForward } from '../testing/payloads.js';
import type { Partnership } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';

/** A sitting of a panel with a chair of its own, heard up to a decision; another chair of the partnership sits elsewhere. */
function northAndSouth() {
  const one = aChildCase().listed();
  const { world } = one;
  const about = { email: 'south@example.test', agencyId: world.people.chair.agencyId, roles: ['chair'] };
  const { id } = world.give('users/add-user', { name: 'Sue South', ...about }, world.people.admin);
  const south = { ...world.people.chair, userId: id, name: 'Sue South' };
  const { id: panelId } = world.give(
    'panels/found-panel',
    panelWords(world.people.chair.userId, { name: 'North' }),
    world.people.coordinator,
  );
  const sitting = aSitting(world, 14, panelId).withItem(one.id);
  return { one, world, south, panelId, sitting };
}

type World = ReturnType<typeof northAndSouth>;
const asks = (
  { world }: { world: Partnership },
  command: string,
  payload: object,
  who: World['south'],
  record: string,
) => whyNot(world.ask(command, payload, who, { record }));

describe('a chair acts on the sittings of the own panel', () => {
  it('and on no other: the chair of another panel starts, decides, orders, ends and agrees nothing here', () => {
    const all = northAndSouth();
    const { one, south, sitting, world } = all;
    const onSitting = (verb: string, payload: object = {}) =>
      asks(all, `sittings/${verb}`, payload, south, sitting.id);
    const refused = ['forbidden'];
    expect(onSitting('issue-papers', { recipients: [south.userId] })).toEqual(refused);
    expect(onSitting('order-items', { order: sitting.record.standing.order })).toEqual(refused);
    sitting.papersIssued();
    expect(onSitting('start-sitting', { inquorateReason: 'Made up' })).toEqual(refused);
    sitting.inSession().hearing(one.id);
    const item = sitting.itemOf(one.id).id;
    expect(asks(all, 'agenda-items/record-panel-decision', aDecision(), south, item)).toEqual(refused);
    const connection = { userId: world.people.member.userId, reason: 'Made up' };
    expect(asks(all, 'agenda-items/withdraw-item-connection', connection, south, item)).toEqual(refused);
    sitting.deciding(one.id).ended();
    expect(onSitting('issue-letters', { recipients: [south.userId] })).toEqual(refused);
    expect(onSitting('agree-minutes')).toEqual(refused);
    sitting.give('agree-minutes', {}, 'chair');
    expect(sitting.record.state).toBe('minutesAgreed');
  });

  it('or on the one that he or she is asked to chair, as soon as the sitting says so', () => {
    const all = northAndSouth();
    const { south, sitting } = all;
    sitting.papersIssued();
    sitting.give('move-sitting', { chairId: south.userId, reason: 'The chair is away (made up)' });
    const started = { inquorateReason: 'Made up', ...broughtForward };
    expect(asks(all, 'sittings/start-sitting', started, south, sitting.id)).toEqual([]);
  });

  it('so does the deputy of the panel from the change on that names one, and who was replaced does not', () => {
    const all = northAndSouth();
    const { world, south, panelId, sitting } = all;
    const words = panelWords(south.userId, { name: 'North', deputyId: world.people.deputyChair.userId });
    world.give('panels/change-panel', { ...words, reason: 'Made up' }, world.people.coordinator, {
      record: panelId,
    });
    const order = { order: sitting.record.standing.order };
    for (const who of [south, world.people.deputyChair])
      expect(asks(all, 'sittings/order-items', order, who, sitting.id)).toEqual([]);
    // The sitting still names its own chair, who stays until somebody moves it.
    expect(asks(all, 'sittings/order-items', order, world.people.chair, sitting.id)).toEqual([]);
    sitting.give('move-sitting', { chairId: south.userId, reason: 'Made up' });
    expect(asks(all, 'sittings/order-items', order, world.people.chair, sitting.id)).toEqual(['forbidden']);
  });

  it('or stands in for one who does: the part of another panel’s chair counts there alone', () => {
    const all = northAndSouth();
    const { world, south, sitting } = all;
    const post = (standsInFor: string | null) => ({
      ...{ role: 'chair' as const, agencyId: null, teamId: null, standsInFor },
      ...{ from: '2026-01-01T00:00:00.000Z', until: '2030-01-01T00:00:00.000Z' },
    });
    const standIn = (for_: string | null) => ({ ...world.people.worker, posts: [post(for_)] });
    const order = { order: sitting.record.standing.order };
    const may = (for_: string | null) =>
      asks(all, 'sittings/order-items', order, standIn(for_) as World['south'], sitting.id);
    expect(may(world.people.chair.userId)).toEqual([]);
    expect(may(south.userId)).toEqual(['forbidden']);
    expect(may(null)).toEqual([]);
  });

  it('a sitting under a free name has no panel whose office it is: any chair holds it, as before', () => {
    const { world, south } = northAndSouth();
    const free = aSitting(world, 20).agendaOpen();
    expect(asks({ world }, 'sittings/cancel-sitting', { reason: 'Made up' }, south, free.id)).toEqual([]);
  });
});
