import { describe, expect, it } from 'vitest';
import { readersOf } from '../readers.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting } from '../testing/a-sitting.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import { aListing } from '../testing/payloads.js';
import { aWorld, type Partnership } from '../testing/people.js';
import { topicOf } from '../topics.js';

const membersOf = (world: Partnership, id: string): string[] => {
  const record = world.getRecord(id);
  const lines = readersOf(topicOf(record.kind), record, world.at);
  const members = lines.filter((one) => /^(panel:|role:member|role:substitute)/.test(one.principal));
  return [...new Set(members.map((one) => (one.until ? `${one.principal} until` : one.principal)))].sort();
};

/** Two panels in one partnership. */
function twoPanels() {
  const world = aWorld();
  const [north, south] = [aPanel(world), aPanel(world)];
  return {
    world,
    north: `panel:${north.id}`,
    south: `panel:${south.id}`,
    northId: north.id,
    southId: south.id,
  };
}

describe('the members of a panel', () => {
  it('read a child’s case that is listed for their panel, and those of another panel do not', () => {
    const { world, northId, north } = twoPanels();
    const one = aChildCase(world).gradedHigh();
    one.give('list-for-panel', aListing({ panelId: northId }), 'manager');
    expect(membersOf(world, one.id)).toEqual([north]);
  });

  it('read what names no panel only once it is on their agenda, and 28 days after', () => {
    const { world, northId, north } = twoPanels();
    const one = aChildCase(world).gradedHigh().listed();
    expect(membersOf(world, one.id)).toEqual([]);
    const sitting = aSitting(world, 14, northId).withItem(one.id);
    expect(membersOf(world, one.id)).toEqual([north]);
    sitting.inSession().deciding(one.id);
    expect(membersOf(world, one.id)).toEqual([`${north} until`]);
  });

  it('read it for 28 days once it is taken off their agenda, while those of the panel that takes it up begin to', () => {
    const { world, northId, southId, north, south } = twoPanels();
    const one = aChildCase(world).gradedHigh().listed();
    const record = aSitting(world, 14, northId).withItem(one.id).itemOf(one.id).id;
    world.give('agenda-items/take-off-agenda', { reason: 'Not theirs' }, world.people.coordinator, {
      record,
    });
    expect(membersOf(world, one.id)).toEqual([`${north} until`]);
    aSitting(world, 21, southId).withItem(one.id);
    expect(membersOf(world, one.id)).toEqual([`${north} until`, south].sort());
  });

  it('of the only panel read what is listed for none by name', () => {
    const world = aWorld();
    const panel = aPanel(world);
    const one = aChildCase(world).gradedHigh().listed();
    expect(membersOf(world, one.id)).toEqual([`panel:${panel.id}`]);
  });

  it('of a partnership without panels on the books read what is listed', () => {
    const one = aChildCase().gradedHigh().listed();
    expect(membersOf(one.world, one.id)).toEqual(['role:member', 'role:substitute']);
  });

  it('read the cases of persons and places, and who or what they are about, by the same rule', () => {
    for (const make of [aPersonCase, aLocationCase]) {
      const { world, northId, north } = twoPanels();
      const one = make(world).active().listed();
      const about = (world.getRecord(one.id).standing as unknown as { aboutId: string }).aboutId;
      expect(membersOf(world, one.id)).toEqual([]);
      expect(membersOf(world, about)).toEqual([]);
      const sitting = aSitting(world, 14, northId).agendaOpen();
      const { kind: caseKind } = world.getRecord(one.id);
      const section = caseKind === 'personCase' ? 'person' : 'location';
      sitting.give('add-item', { caseId: one.id, caseKind, section, asked: 'What next?' });
      expect(membersOf(world, one.id)).toEqual([north]);
      expect(membersOf(world, about)).toEqual([north]);
      sitting.inSession().ended();
      expect(membersOf(world, one.id)).toEqual([`${north} until`]);
      expect(membersOf(world, about)).toEqual([`${north} until`]);
    }
  });
});
