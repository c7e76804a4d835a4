import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';

const rowOf = (one: ChildCaseBuilder, kind: string) =>
  one.world.written.get(one.id)?.find((row) => row.kind === kind)?.id as string;
const earlier = '2026-11-02T09:00:00.000Z';

describe('correcting an entry', () => {
  it('keeps the wrong entry and writes its replacement, when it happened', () => {
    const one = aChildCase().withWorker();
    const rowId = rowOf(one, 'triage');
    one.give(
      'correct-record',
      { rowId, reason: 'A slip', corrected: { reasons: 'Other reasons' } },
      'manager',
    );
    const [replacement, wrong] = (one.world.written.get(one.id) ?? []).filter((row) => row.kind === 'triage');
    expect(wrong?.body).toMatchObject({ reasons: 'Made-up reasons' });
    expect(replacement).toMatchObject({
      replaces: rowId,
      happened: wrong?.happened,
      body: { reasons: 'Other reasons', correction: { reason: 'A slip', by: 'Mary Manager' } },
    });
  });

  it('of its time recomputes the clocks and dates that it gave, and says which', () => {
    const one = aChildCase().withWorker();
    const due = one.due('first-assessment') as string;
    const rowId = rowOf(one, 'triage');
    one.give(
      'correct-record',
      { rowId, reason: 'A slip', corrected: {}, correctedHappened: earlier },
      'manager',
    );
    expect((one.due('first-assessment') as string) < due).toBe(true);
    expect(one.standing.triage?.at).toBe(earlier);
    expect(one.world.written.get(one.id)?.[0]?.body).toMatchObject({
      correction: { happened: earlier, recomputed: ['first-assessment'] },
    });
  });

  it('of the time of an assessment or a grade keeps a clock whose length depends on the grade', () => {
    const one = aChildCase().graded('medium');
    const due = one.due('reassessment');
    const rowId = rowOf(one, 'assessment');
    one.give('correct-record', { rowId, reason: 'x', corrected: {}, correctedHappened: earlier }, 'manager');
    expect(one.due('reassessment')).toBe('2026-12-14T23:59:59.999Z');
    expect(due).toBe('2026-12-15T23:59:59.999Z');
    const grade = rowOf(one, 'grade');
    one.give(
      'correct-record',
      { rowId: grade, reason: 'x', corrected: {}, correctedHappened: earlier },
      'manager',
    );
    expect(one.standing.confirmed?.at).toBe(earlier);
    expect(one.clocks).toEqual(expect.arrayContaining(['panel-review', 'plan-agreement', 'reassessment']));
  });

  it('of an assessment lets a manager alone say that harm is less certain, unless another assessment says it', () => {
    const one = aChildCase().gradedHigh();
    expect(one.standing.harm.online?.certainty).toBe('suspected');
    const less = (certainty = 'none-known') => ({
      rowId: rowOf(one, 'assessment'),
      reason: 'It was another child',
      corrected: {},
      correctedHarm: [{ kind: 'online', certainty }],
    });
    expect(one.whyNot('correct-record', less(), 'worker')).toEqual(['/correctedHarm managersOwn']);
    const more = less('confirmed');
    expect(one.whyNot('correct-record', more, 'manager')).toEqual(['/correctedHarm/0/certainty notLess']);
    one.give('correct-record', less(), 'manager');
    expect(one.standing.harm.online?.certainty).toBe('none-known');
    one.assessed('high').assessed('high');
    one.give('correct-record', less(), 'manager');
    expect(one.standing.harm.online?.certainty).toBe('suspected');
  });

  it('is for whoever wrote it or a manager of the team: nobody else puts words into another’s mouth', () => {
    const one = aChildCase().withWorker().withAction({}, 'nurse');
    const words = { words: 'Other words' };
    one.give('record-view', { of: 'child', words: 'I am afraid', how: 'A visit' }, 'manager');
    const view = { rowId: rowOf(one, 'view'), reason: 'A slip', corrected: words };
    expect(one.whyNot('correct-record', view, 'worker')).toEqual(['/rowId notAuthor']);
    one.give('record-contact', { kind: 'visit', alone: 'yes', words: 'Made up' }, 'nurse');
    const contact = { rowId: rowOf(one, 'contact'), reason: 'A slip', corrected: words };
    expect(one.whyNot('correct-record', contact, 'worker')).toEqual(['/rowId notAuthor']);
    one.give('correct-record', contact, 'nurse');
    expect(one.world.written.get(one.id)?.[0]?.body).toMatchObject({ correction: { by: 'Nora Nurse' } });
    const replaced = { rowId: rowOf(one, 'contact'), reason: 'Two files were open' };
    expect(one.whyNot('withdraw-entry', replaced, 'nurse')).toEqual([]);
    expect(one.whyNot('correct-record', view, 'otherManager')).toEqual(['/rowId notAuthor']);
  });

  it('never rewords a contact caution: it is released, and set anew', () => {
    const one = aChildCase().withWorker();
    const caution = { party: 'parent', who: 'A made-up lodger', whatNot: 'No calls', why: 'Made up' };
    one.give('set-contact-caution', { ...caution, until: '2027-01-10' }, 'manager');
    for (const kind of ['contact-caution', 'caution-to-heed']) {
      const payload = { rowId: rowOf(one, kind), reason: 'x', corrected: { whatNot: 'Call at any time' } };
      expect(one.whyNot('correct-record', payload, 'manager')).toEqual(['/rowId setAnew']);
    }
  });

  it.each([
    ['an entry of nobody', { rowId: 'nobody' }, ['/rowId noSuchEntry']],
    ['a field that the entry has not', { corrected: { colour: 'red' } }, ['/corrected/colour noSuchField']],
    ['who wrote it', { corrected: { by: 'Somebody else' } }, ['/corrected/by fixedField']],
    [
      'the outcome on which the case acted',
      { corrected: { outcome: 'early-help' } },
      ['/corrected/outcome fixedField'],
    ],
    ['the team', { corrected: { teamId: 'team-south' } }, ['/corrected/teamId fixedField']],
    [
      'to a time to come',
      { corrected: {}, correctedHappened: '2027-01-01T00:00:00.000Z' },
      ['/correctedHappened future'],
    ],
    ['nothing', { corrected: {} }, ['/corrected nothing']],
  ])('cannot correct %s', (_, over, why) => {
    const one = aChildCase().withWorker();
    const payload = { rowId: rowOf(one, 'triage'), reason: 'x', corrected: { reasons: 'Other' }, ...over };
    expect(one.whyNot('correct-record', payload, 'manager')).toEqual(why);
  });

  it('is done once to an entry, then to its replacement; also on a closed case', () => {
    const one = aChildCase().closed();
    const rowId = rowOf(one, 'triage');
    const payload = { rowId, reason: 'x', corrected: { reasons: 'Other' } };
    expect(one.whyNot('correct-record', payload, 'manager')).toEqual([]);
    expect(one.whyNot('correct-record', payload, 'manager')).toEqual(['/rowId alreadyCorrected']);
    expect(one.whyNot('correct-record', { ...payload, rowId: rowOf(one, 'triage') }, 'manager')).toEqual([]);
  });
});
