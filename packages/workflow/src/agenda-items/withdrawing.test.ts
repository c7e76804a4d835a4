import { describe, expect, it } from 'vitest';
import { classesRead } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import { clusterHeard, weighed } from '../testing/led-links.js';
import { aWorld, type Partnership, type PersonName } from '../testing/people.js';

const reason = 'A made-up cousin';

/** What somebody reads of a record now. */
const reads = (world: Partnership, who: PersonName, id: string) =>
  classesRead(world.readers.get(id) ?? [], world.people[who], world.at);

const declare = (world: Partnership, item: string, who: PersonName, payload: object = {}) =>
  world.give('agenda-items/declare-item-connection', { reason, ...payload }, world.people[who], {
    record: item,
  });

/** A child on an agenda whose papers are out. */
function aChildsItem() {
  const world = aWorld();
  const one = aChildCase(world).listed();
  const sitting = aSitting(world).withItem(one.id).papersIssued();
  return { world, one, sitting };
}

const itemAbout = (sitting: SittingBuilder, caseId: string) => sitting.itemOf(caseId).id;

describe('whoever withdraws from the item of a child', () => {
  it('reads nothing of the case and of the child any more', () => {
    const { world, one, sitting } = aChildsItem();
    const child = world.getRecord(one.id).parentId as string;
    expect(reads(world, 'member', one.id)).toContain('safety');
    declare(world, itemAbout(sitting, one.id), 'member');
    for (const id of [itemAbout(sitting, one.id), one.id, child])
      expect(reads(world, 'member', id)).toEqual([]);
  });

  it('is recorded on the case as anywhere else: its worker loses the work to the manager, and the guardian hears of it', () => {
    const { world, one, sitting } = aChildsItem();
    const userId = world.people.worker.userId;
    declare(world, itemAbout(sitting, one.id), 'coordinator', { userId });
    expect(one.record.standing.workerId).toBeNull();
    expect(one.record.standing.clocks.map(({ rule }) => rule)).toContain('worker-allocated');
    const notes = (world.written.get(one.id) ?? []).filter(({ kind }) => kind === 'personal-connection');
    expect(notes).toMatchObject([{ class: 'restricted', body: { userId, reason } }]);
  });

  it('reads nothing of the item on the agenda of the next sitting, after this one did not reach it', () => {
    const { world, one, sitting } = aChildsItem();
    declare(world, itemAbout(sitting, one.id), 'member');
    sitting.give('start-sitting', { inquorateReason: 'Snow' }, 'chair').ended();
    const next = aSitting(world, 42).withItem(one.id);
    expect(reads(world, 'member', itemAbout(next, one.id))).toEqual([]);
    expect(reads(world, 'chair', itemAbout(next, one.id))).toContain('sheet');
  });

  it('reads nothing of another item of the case that stands on a later agenda', () => {
    const { world, one, sitting } = aChildsItem();
    sitting.give('cancel-sitting', { reason: 'Snow' });
    const next = aSitting(world, 42).withItem(one.id);
    declare(world, itemAbout(next, one.id), 'member');
    expect(reads(world, 'member', itemAbout(sitting, one.id))).toEqual([]);
  });
});

describe('whoever withdraws from the item of a person or a place', () => {
  it.each(['personCase', 'locationCase'] as const)(
    'reads nothing of it, its other items, or whom or what it is about: %s',
    (caseKind) => {
      const world = aWorld();
      const one = (caseKind === 'personCase' ? aPersonCase : aLocationCase)(world).active().listed();
      const sitting = aSitting(world).agendaOpen();
      const add = {
        caseId: one.id,
        caseKind,
        section: caseKind === 'personCase' ? 'person' : 'location',
        asked: 'Now?',
      };
      sitting.give('add-item', add).papersIssued();
      const behind = world.getRecord(one.id).parentId as string;
      expect(reads(world, 'member', one.id)).toContain('sheet');
      declare(world, itemAbout(sitting, one.id), 'member');
      for (const id of [itemAbout(sitting, one.id), one.id, behind])
        expect(reads(world, 'member', id)).toEqual([]);
      sitting.give('cancel-sitting', { reason: 'Snow' });
      const next = aSitting(world, 42).agendaOpen();
      expect(reads(world, 'member', itemAbout(next, one.id))).toEqual([]);
    },
  );
});

describe('whoever withdraws from a theme', () => {
  it('reads nothing of the item that takes it up at the next sitting', () => {
    const world = aWorld();
    const theme = { subject: 'theme', title: 'The quay (made up)', section: 'theme', asked: 'What is done?' };
    const sitting = aSitting(world).agendaOpen().give('add-subject', theme).papersIssued();
    const [first] = sitting.items;
    declare(world, first?.id as string, 'member');
    sitting.give('start-sitting', { inquorateReason: 'Snow' }, 'chair').ended();
    const next = aSitting(world, 42).agendaOpen();
    expect(reads(world, 'member', next.items[0]?.id as string)).toEqual([]);
    expect(reads(world, 'chair', next.items[0]?.id as string)).toContain('sheet');
  });
});

describe('whoever withdraws from a cluster', () => {
  it('reads nothing of it, also after its links were weighed again', () => {
    const world = clusterHeard();
    const [cluster] = world.all('cluster') as [{ id: string }];
    const [item] = world.all('agendaItem') as [{ id: string }];
    expect(reads(world, 'chair', cluster.id)).toContain('sheet');
    declare(world, item.id, 'chair');
    for (const { id } of [item, cluster]) expect(reads(world, 'chair', id)).toEqual([]);
    weighed(world, ['a', 'b', 'c'], 'supported', { restsOnClosed: true });
    expect(world.getRecord(cluster.id).standing.access).toMatchObject({
      closed: true,
      without: [world.people.chair.userId],
    });
    expect(reads(world, 'deputyChair', cluster.id)).toEqual([]);
  });
});
