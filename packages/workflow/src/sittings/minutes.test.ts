import { describe, expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aPanel } from '../testing/a-panel.js';
import { aSitting, type SittingBuilder } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld, type PersonName } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import { keptSections } from './kept-sections.js';
import { quorumNeeded } from './quorum-words.js';
import type { AttendanceEntry, MinuteSection } from './standing.js';

const [care, police] = aQuorum().attendance as [AttendanceEntry, AttendanceEntry];

const attend = (sitting: SittingBuilder, ...attendance: AttendanceEntry[]) =>
  sitting.give('record-attendance', { attendance });

const minutesOf = ({ world, id }: SittingBuilder) => keptSections((world.written.get(id) ?? []) as never);

const textOf = (sitting: SittingBuilder, heading: string) =>
  minutesOf(sitting).find((section) => section.heading === heading)?.text ?? '';

function change(sitting: SittingBuilder, sections: MinuteSection[], who: PersonName) {
  const { world, id } = sitting;
  const sent = sections.map(({ outcome: _outcome, ...section }) => section);
  return whyNot(world.ask('sittings/change-minutes', { sections: sent }, world.people[who], { record: id }));
}

function before(...caseIds: string[]) {
  return (world: ReturnType<typeof aWorld>) =>
    caseIds.reduce((sitting, id) => sitting.withItem(id), aSitting(world));
}

/** An open case, and one that the chair reads and neither coordinator nor member does, before a sitting in session. */
function withRestricted() {
  const world = aWorld();
  const open = aChildCase(world).listed();
  const hidden = aChildCase(world).listed();
  const sitting = before(open.id, hidden.id)(world);
  hidden.give('restrict', { reason: 'Made up', readers: [world.people.chair.userId] }, 'manager');
  return { world, open, hidden, sitting: sitting.inSession() };
}

describe('minutes of a sitting that hears a restricted case', () => {
  it('name nobody who came for it alone, and count no place that it takes', () => {
    const { sitting, open, hidden } = withRestricted();
    const presenter = { ...police, as: 'presenter' } as const;
    attend(sitting, { ...presenter, name: 'Petra Presenter', itemIds: [sitting.itemOf(hidden.id).id] });
    attend(sitting, { ...presenter, name: 'Owen Open', itemIds: [sitting.itemOf(open.id).id] });
    sitting.deciding(open.id).ended();
    expect(JSON.stringify(minutesOf(sitting))).not.toContain('Petra Presenter');
    expect(textOf(sitting, 'Attendance')).not.toContain('Owen Open');
    const section = minutesOf(sitting).find(({ itemId }) => itemId === sitting.itemOf(open.id).id);
    expect(section?.text).toContain('Here for this item: Owen Open (police, presenter');
  });

  it('are edited by whoever sees the restricted item: its own section stands on the item', () => {
    const { sitting, open, hidden } = withRestricted();
    sitting.deciding(open.id).ended();
    const sections = minutesOf(sitting);
    expect(change(sitting, sections, 'chair')).toEqual([]);
    const item = sitting.itemOf(hidden.id).id;
    const apart = { heading: 'Hidden', text: 'Written in the wrong place', itemId: item };
    expect(change(sitting, [...sections, apart], 'chair')).toEqual([
      `/sections/${sections.length}/itemId restricted`,
    ]);
  });
});

describe('the quorum in the minutes', () => {
  it('is that of the start, and says when it was lost, though every decision was taken in quorum', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = before(one.id)(world).inSession().deciding(one.id);
    attend(sitting, { ...police, attendance: 'left' });
    expect(textOf(sitting.ended(), 'Opening')).toMatch(
      /^The sitting was quorate: .*Police.* were here\.\nFrom \d\d:\d\d it was not quorate: Police was not here\.$/m,
    );
  });

  it('keeps the reason of a start without it, and says when it came about', () => {
    const world = aWorld();
    const one = aChildCase(world).listed();
    const sitting = before(one.id)(world).papersIssued();
    attend(sitting, care);
    sitting.give('start-sitting', { inquorateReason: 'The roads were closed' }, 'chair');
    attend(sitting, ...(aQuorum().attendance as AttendanceEntry[]));
    expect(textOf(sitting.ended(), 'Opening')).toMatch(
      /^The sitting began without a quorum: Police and Health were not here\. The chair proceeded: The roads were closed\.?\nFrom \d\d:\d\d it was quorate: /m,
    );
  });

  it('is that of the panel where it has one of its own, in words', () => {
    expect(quorumNeeded(englandProfile, ['education', 'police']).map(({ label }) => label)).toEqual([
      'Education',
      'Police',
    ]);
    expect(quorumNeeded(englandProfile, null)).toHaveLength(3);
    const world = aWorld();
    const panel = aPanel(world, { quorum: ['education'] });
    const sitting = aSitting(world, 14, panel.id)
      .withItem(aChildCase(world).listed().id)
      .inSessionInquorate();
    expect(textOf(sitting.ended(), 'Opening')).toContain('without a quorum: Education was not here.');
  });
});
