import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aSitting } from '../testing/a-sitting.js';
import { aWorld, type PersonName } from '../testing/people.js';

const reason = 'The school asks for more time';

function aWaitingItem() {
  const world = aWorld();
  const child = aChildCase(world).gradedHigh().listed();
  const sitting = aSitting(world).withItem(child.id);
  const item = () => sitting.itemOf(child.id);
  const takeOff = (who: PersonName = 'coordinator') =>
    world.ask('agenda-items/take-off-agenda', { reason }, world.people[who], { record: item().id });
  const onAgenda = () =>
    (world.getRecord(child.id).standing as { onAgenda?: string | null }).onAgenda ?? null;
  const panel = () => (world.getRecord(child.id).state as { panel: string }).panel;
  const told = () => world.outgoing.filter(({ kind }) => kind === 'item-left').map((one) => one.principal);
  return { world, child, sitting, item, takeOff, onAgenda, panel, told };
}

describe('an item that is taken off the agenda', () => {
  it('leaves its case on the list, free for another sitting', () => {
    const { world, child, item, takeOff, onAgenda, panel } = aWaitingItem();
    takeOff();
    expect(item()).toMatchObject({ state: 'takenOff', standing: { takenOff: reason, minutes: 0 } });
    expect([panel(), onAgenda()]).toEqual(['listed', null]);
    expect(aSitting(world, 28).withItem(child.id).itemOf(child.id).state).toBe('waiting');
  });

  it('can be put on the same agenda again, as another item', () => {
    const { child, sitting, takeOff } = aWaitingItem();
    takeOff();
    sitting.withItem(child.id);
    expect(sitting.items.map(({ state }) => state)).toEqual(['takenOff', 'waiting']);
  });

  it('is taken off while it is heard, before its decision, and not after', () => {
    const { child, sitting, item, takeOff, panel } = aWaitingItem();
    sitting.inSession().hearing(child.id);
    expect(panel()).toBe('beforePanel');
    takeOff('chair');
    expect([item().state, panel()]).toEqual(['takenOff', 'listed']);
    const other = aWaitingItem();
    other.sitting.inSession().deciding(other.child.id);
    other.takeOff('chair');
    expect(other.item().state).toBe('decided');
  });

  it('is nobody’s to take off but the chair’s and the coordinator’s', () => {
    for (const who of ['worker', 'manager', 'member'] as const) {
      const { item, takeOff } = aWaitingItem();
      takeOff(who);
      expect(item().state, who).toBe('waiting');
    }
  });

  it('is minuted as such, is no item that was not reached, and does not stop the minutes', () => {
    const { world, sitting, child, takeOff, item } = aWaitingItem();
    takeOff();
    sitting.withItem(aChildCase(world).gradedHigh().listed().id).inSession().ended();
    const row = (world.written.get(sitting.id) ?? []).find(({ kind }) => kind === 'minutes');
    const { sections } = (row as { body: object }).body as { sections: { itemId?: string; text: string }[] };
    expect(sections.find(({ itemId }) => itemId === item().id)?.text).toBe(
      `Taken off the agenda: ${reason}.`,
    );
    sitting.give('agree-minutes', {}, 'chair');
    expect(sitting.record.state).toBe('minutesAgreed');
    expect(world.getRecord(child.id).state).toMatchObject({ panel: 'listed' });
  });
});

describe('an item whose case leaves the list', () => {
  const ways: [string, (child: ChildCaseBuilder) => void, string][] = [
    [
      'because the listing is withdrawn',
      (child) => child.give('withdraw-listing', { reason: 'It was listed twice' }, 'coordinator'),
      'The listing was withdrawn: It was listed twice',
    ],
    [
      'because the listing is deferred beyond the sitting',
      (child) => child.give('defer-listing', { reason: 'The trial', until: '2029-01-01' }, 'coordinator'),
      'The listing was deferred: The trial',
    ],
  ];
  it.each(ways)('%s follows it, and the coordinator and the chair are told', (_, leave, words) => {
    const { world, child, item, onAgenda, told } = aWaitingItem();
    leave(child);
    expect(item()).toMatchObject({ state: 'takenOff', standing: { takenOff: words } });
    expect(onAgenda()).toBeNull();
    expect(told().sort()).toEqual(['role:coordinator', `user:${world.people.chair.userId}`]);
  });

  it('stays where the listing is deferred to a day on which the sitting still hears it', () => {
    const { world, child, item, sitting } = aWaitingItem();
    expect(sitting.record.standing.startsAt > world.at).toBe(true);
    const until = sitting.record.standing.startsAt.slice(0, 10);
    child.give('defer-listing', { reason: 'The trial', until }, 'coordinator');
    expect(item().state).toBe('waiting');
  });

  it('leaves the agenda when the case is restricted to people of whom the chair is none, and stays when the chair is named', () => {
    const out = aWaitingItem();
    out.child.give('restrict', { readers: [], reason: 'Made up' }, 'manager');
    expect(out.item().state).toBe('takenOff');
    expect(out.onAgenda()).toBeNull();
    const stays = aWaitingItem();
    const readers = [stays.world.people.chair.userId];
    stays.child.give('restrict', { readers, reason: 'Made up' }, 'manager');
    expect(stays.item().state).toBe('waiting');
  });
});
