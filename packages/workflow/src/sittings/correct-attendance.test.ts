import { describe, expect, it } from 'vitest';
import { instantMs, instantOf } from '../clocks/time-zone.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aDecision, aSitting } from '../testing/a-sitting.js';
import { aQuorum } from '../testing/payloads.js';
import { aWorld } from '../testing/people.js';
import { whyNot } from '../testing/why-not.js';
import type { AttendanceEntry, MinuteSection } from './standing.js';

const [care, police, health] = aQuorum().attendance as [AttendanceEntry, AttendanceEntry, AttendanceEntry];
const called = ({ name, agency }: AttendanceEntry) => ({ name, agency });

/** A quorate sitting in session, with a case on its agenda that it has not decided. */
function started() {
  const world = aWorld();
  const child = aChildCase(world).gradedHigh().listed();
  const sitting = aSitting(world).withItem(child.id).inSession();
  const item = () => sitting.itemOf(child.id);
  const correct = (payload: object) =>
    whyNot(
      world.ask(
        'sittings/correct-attendance',
        { reason: 'Pressed in the wrong row', ...payload },
        world.people.coordinator,
        { record: sitting.id },
      ),
    );
  const rows = () =>
    (world.written.get(sitting.id) ?? []) as { kind: string; body: object; replaces: string }[];
  const latest = <B>(kind: string) => (rows().find((one) => one.kind === kind) ?? { body: {} }).body as B;
  const list = () => latest<{ attendance: AttendanceEntry[] }>('attendance').attendance;
  const minutes = () => {
    const { version, sections } = latest<{ version: number; sections: MinuteSection[] }>('minutes');
    const text = (heading: string) => sections.find((one) => one.heading === heading)?.text ?? '';
    const ofItem = sections.find(({ itemId }) => itemId === item().id)?.text ?? '';
    return { version, sections, text, ofItem };
  };
  const clocks = () => item().standing.clocks.map(({ rule }) => rule);
  return { world, child, sitting, item, correct, rows, list, minutes, clocks };
}

describe('attendance that was wrongly recorded', () => {
  it('is set right with the reason, and the list as it was recorded stays beside it', () => {
    const { correct, list, rows, sitting } = started();
    const before = rows().filter(({ kind }) => kind === 'attendance').length;
    expect(correct({ wrong: called(police), right: { ...police, attendance: 'absent' } })).toEqual([]);
    expect(list().map(({ attendance }) => attendance)).toEqual(['present', 'absent', 'present']);
    expect(sitting.record.standing).toMatchObject({ quorate: false, present: ['health', 'social-care'] });
    const [now] = rows().filter(({ kind }) => kind === 'attendance');
    expect(rows().filter(({ kind }) => kind === 'attendance')).toHaveLength(before + 1);
    expect(now?.body).toMatchObject({
      correction: { reason: 'Pressed in the wrong row', was: police, is: { attendance: 'absent' } },
    });
    expect(now?.replaces).toBeTruthy();
  });

  it('is minuted as it was from the start, not from when somebody noticed, and drafted minutes follow in a version of their own', () => {
    const { correct, minutes, sitting } = started();
    sitting.ended();
    expect(minutes().text('Opening')).toMatch(/^The sitting was quorate/m);
    expect(correct({ wrong: called(police), right: { ...police, attendance: 'absent' } })).toEqual([]);
    expect(minutes().version).toBe(2);
    expect(minutes().text('Attendance')).toContain('Absent: Made-up police');
    expect(minutes().text('Opening')).toMatch(/^The sitting began without a quorum/m);
    expect(minutes().text('Opening')).not.toContain('From ');
  });

  it('leaves what was edited in drafted minutes, and puts what is right after it where the place is no longer found', () => {
    const { correct, minutes, sitting } = started();
    sitting.ended();
    const sections = minutes().sections.map(({ heading, text, itemId }) => ({
      heading,
      text: heading === 'Attendance' ? 'Everybody came.' : `${text}\nThe chair thanked all.`,
      ...(itemId ? { itemId } : {}),
    }));
    sitting.give('change-minutes', { sections });
    correct({ wrong: called(health), right: { ...health, attendance: 'apologies' } });
    expect(minutes().text('Attendance')).toMatch(/^Everybody came\.\n[\s\S]*Apologies: Made-up health/);
    expect(minutes().text('Opening')).toMatch(/began without a quorum[\s\S]*The chair thanked all\.$/);
    expect(minutes().ofItem).toContain('The chair thanked all.');
  });

  it('makes a decision that was taken without a quorum wait for ratification, and one that was taken with it no longer', () => {
    const { child, clocks, correct, item, minutes, sitting } = started();
    sitting.deciding(child.id).ended();
    const absent = { ...police, attendance: 'absent' };
    expect(correct({ wrong: called(police), right: absent })).toEqual([]);
    expect(item().standing.decision?.inquorate).toBe(true);
    expect(clocks()).toContain('ratification');
    expect(minutes().ofItem).toContain('Decided without a quorum');
    expect(correct({ wrong: called(police), right: police })).toEqual([]);
    expect(item().standing.decision?.inquorate).toBeUndefined();
    expect(clocks()).not.toContain('ratification');
    expect(minutes()).toMatchObject({ version: 3 });
    expect(minutes().ofItem).not.toContain('Decided without a quorum');
  });

  it('counts whoever left from when he or she left: what was decided before stands as it was', () => {
    const { world, child, correct, item, minutes, sitting } = started();
    sitting.deciding(child.id);
    const at = item().standing.decision?.at ?? '';
    sitting.ended();
    const leftAt = instantOf(Math.min(instantMs(world.at), instantMs(at) + 1));
    const left = { ...police, attendance: 'left', leftAt };
    expect(correct({ wrong: called(police), right: left })).toEqual([]);
    expect(item().standing.decision?.inquorate).toBeUndefined();
    expect(minutes().text('Attendance')).toContain('left at');
    expect(correct({ wrong: called(police), right: { ...left, leftAt: at } })).toEqual([]);
    expect(item().standing.decision?.inquorate).toBe(true);
  });

  it.each(['step-down', 'regrade'] as const)(
    'of a lower grade by %s that turns out inquorate is ratified by a sitting alone, never by the chair by rule',
    (decision) => {
      const { world, child, correct, item, sitting } = started();
      sitting.deciding(child.id, aDecision({ decision, grade: 'low' })).ended();
      expect(correct({ wrong: called(police), right: { ...police, attendance: 'absent' } })).toEqual([]);
      const asked = world.ask('agenda-items/ratify-decision', { reason: 'By rule' }, world.people.chair, {
        record: item().id,
      });
      expect(whyNot(asked)).toEqual(['/sittingId asked']);
    },
  );

  it.each([
    ['low', ['/sittingId asked']],
    ['high', []],
  ] as const)(
    'of another grade (%s) on an item from before it was kept what asks a quorum: its entry tells from which grade',
    (grade, why) => {
      const { world, child, correct, item, sitting } = started();
      sitting.deciding(child.id, aDecision({ decision: 'regrade', grade })).ended();
      const { decision, ...standing } = item().standing;
      const { needsQuorum: _notKept, ...before } = decision ?? {};
      world.records.set(item().id, { ...item(), standing: { ...standing, decision: before } } as never);
      correct({ wrong: called(police), right: { ...police, attendance: 'absent' } });
      expect(item().standing.decision?.inquorate).toBe(true);
      const asked = world.ask('agenda-items/ratify-decision', { reason: 'By rule' }, world.people.chair, {
        record: item().id,
      });
      expect(whyNot(asked)).toEqual(why);
    },
  );

  it('takes in whoever was never put on the list, and strikes a line of nobody', () => {
    const { correct, list, minutes, sitting } = started();
    sitting.ended();
    const guest = { name: 'Sol School', agency: 'School', agencyKind: 'education', as: 'presenter' };
    expect(correct({ right: { ...guest, attendance: 'present' } })).toEqual([]);
    expect(minutes().text('Attendance')).toContain('Sol School (School, presenter)');
    expect(correct({ wrong: { name: 'Sol School', agency: 'School' } })).toEqual([]);
    expect(list()).toHaveLength(3);
    expect(minutes().text('Attendance')).not.toContain('Sol School');
  });

  it('says what is missing, names one person of the list, and stays as it is once the minutes are agreed', () => {
    const { correct, sitting } = started();
    expect(correct({})).toEqual(['/right asked']);
    expect(correct({ wrong: { name: 'Nobody', agency: 'Nowhere' } })).toEqual(['/wrong noLine']);
    expect(correct({ right: police })).toEqual(['/right/name twice']);
    expect(correct({ wrong: called(care), right: police })).toEqual(['/right/name twice']);
    expect(correct({ wrong: called(care), right: { ...care, attendance: 'left' } })).toEqual([
      '/right/leftAt asked',
    ]);
    const later = '2099-01-01T00:00:00.000Z';
    expect(correct({ wrong: called(care), right: { ...care, arrivedAt: later } })).toEqual([
      '/right/arrivedAt future',
    ]);
    expect(correct({ wrong: called(care), right: { ...care, as: 'observer' } })).toEqual([
      '/right/confidentialitySigned asked',
    ]);
    sitting.ended().give('agree-minutes', {}, 'chair');
    expect(correct({ wrong: called(care), right: { ...care, attendance: 'absent' } })).not.toEqual([]);
  });
});
