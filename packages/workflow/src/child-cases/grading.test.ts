import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grade, grades, higherGrade } from '../profile/grade.js';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import { aDiscussion } from '../testing/payloads.js';
import { topicOf } from '../topics.js';
import { queueOfCase } from './queue.js';
import { hasCurrentHarm, rulingGrade } from './standing.js';

const confirming = (one: ChildCaseBuilder, grade: Grade, over: object = {}) => ({
  assessmentId: one.standing.assessmentId ?? 'none',
  grade,
  ...over,
});

/** Harm that is past, so that only the grade rises and falls. */
const earlier = {
  harm: [
    { kind: 'online' as const, certainty: 'suspected' as const, time: 'earlier' as const, basis: 'Made up' },
  ],
};

describe('assessing risk', () => {
  it.each([
    ['with an instrument that the area does not use', { instrument: 'nobody-1' }, ['/instrument instrument']],
    ['with a domain left out', { levels: [] }, Array(9).fill('/levels answer')],
    ['with no kind of exploitation named', { harm: [] }, ['/harm asked']],
    [
      'with a kind named twice',
      { harm: [...anAssessment('low').harm, ...anAssessment('low').harm] },
      ['/harm/1/kind twice'],
    ],
    [
      'below the floor of a serious domain, without why',
      { proposed: 'low' },
      ['/belowFloorReason belowFloor'],
    ],
    ['below a floor, with why', { proposed: 'low', belowFloorReason: 'Made up' }, []],
  ] as const)('%s', (_, over, why) => {
    expect(
      aChildCase()
        .withWorker()
        .whyNot('assess-risk', anAssessment('medium', over as object), 'worker'),
    ).toEqual(why);
  });

  it('is for the allocated worker, after triage', () => {
    expect(aChildCase().withWorker().whyNot('assess-risk', anAssessment('low'), 'colleague')).toEqual([
      'forbidden',
    ]);
    expect(aChildCase().referred().whyNot('assess-risk', anAssessment('low'), 'worker')).toEqual([
      'forbidden',
    ]);
  });

  it('at high starts the shorter clocks: safety actions today, the grade confirmed tomorrow', () => {
    const one = aChildCase().withWorker().discussed().assessed('high');
    expect(one.due('same-day-safety-actions')).toBe('2026-11-03T23:59:59.999Z');
    expect(one.due('grade-confirmation')).toBe('2026-11-04T23:59:59.999Z');
    expect(one.due('current-harm-strategy')).toBe('2026-11-04T23:59:59.999Z');
    one.give('record-safety-action', { who: 'Aunt', what: 'Collects the child', when: 'Today' }, 'worker');
    expect(one.clocks).not.toContain('same-day-safety-actions');
  });

  it('again does not put off the confirmation that waits, and brings it forward at raised risk', () => {
    const one = aChildCase().assessed('low');
    const due = one.due('grade-confirmation');
    one.world.pass(1);
    expect(one.assessed('low').due('grade-confirmation')).toBe(due);
    expect(one.assessed('high').due('grade-confirmation')).toBe('2026-11-05T23:59:59.999Z');
    const ended = one.world.history.at(-1)?.ended.filter(({ rule }) => rule === 'grade-confirmation');
    expect(ended).toMatchObject([{ how: 'cancelled' }]);
  });

  it('never lets the certainty of harm fall', () => {
    const one = aChildCase().assessed('high');
    expect(one.whyNot('assess-risk', anAssessment('low'), 'worker')).toEqual([
      '/harm/0/certainty certaintyFalls',
    ]);
    expect(hasCurrentHarm(one.standing)).toBe(true);
  });

  it('asks for a discussion of harm once it is current, and not again while it stays so', () => {
    const one = aChildCase()
      .assessed('high')
      .give('record-strategy-discussion', aDiscussion({ crimeReference: 'MU/1' }), 'duty');
    expect(one.clocks).not.toContain('current-harm-strategy');
    expect(one.assessed('high').clocks).not.toContain('current-harm-strategy');
  });

  it.each([
    [
      'harm of another kind',
      [
        ['online', 'suspected'],
        ['gang', 'suspected'],
      ],
      true,
    ],
    ['the same harm, confirmed', [['online', 'confirmed']], true],
    ['the same harm again', [['online', 'suspected']], false],
  ] as const)('after a discussion of suspected harm, %s', (_, found, asks) => {
    const harm = (lines: readonly (readonly [string, string])[]) =>
      ({
        harm: lines.map(([kind, certainty]) => ({ kind, certainty, time: 'current', basis: 'Made up' })),
      }) as object;
    const one = aChildCase().assessed('high', harm([['online', 'suspected']]));
    one.give('record-strategy-discussion', aDiscussion({ crimeReference: 'MU/1' }), 'duty');
    one.world.pass(1);
    expect(one.assessed('high', harm(found)).clocks.includes('current-harm-strategy')).toBe(asks);
  });

  it('leaves what is not known as something to find out, never as no', () => {
    const answers = [{ code: 'second-phone', answer: 'not-known' as const }];
    const one = aChildCase().assessed('none', { answers });
    const rows = one.world.written.get(one.id) ?? [];
    expect(rows.filter((row) => row.kind === 'to-find-out').map((row) => row.body)).toMatchObject([
      { code: 'second-phone' },
    ]);
  });
});

describe('a strategy discussion', () => {
  it.each([
    ['without police', { agencies: ['social-care', 'health'] }, 'duty', ['/agencies agencies']],
    ['that the night team finds not needed', { outcome: 'threshold-not-met' }, 'night', ['/outcome manager']],
    ['that the duty manager finds not needed', { outcome: 'threshold-not-met', agencies: [] }, 'duty', []],
  ] as const)('%s', (_, over, who, why) => {
    expect(
      aChildCase()
        .referred()
        .whyNot('record-strategy-discussion', aDiscussion(over as object), who),
    ).toEqual(why);
  });

  it('about current harm gives the crime reference, or why none', () => {
    const one = aChildCase().assessed('high');
    const { noCrimeReason: _none, ...bare } = aDiscussion();
    expect(one.whyNot('record-strategy-discussion', bare, 'manager')).toEqual(['/crimeReference asked']);
  });

  it('that initiates section 47 starts the fifteen working days; a later one that finds none cancels them', () => {
    const one = aChildCase()
      .assessing()
      .give('record-strategy-discussion', aDiscussion({ outcome: 'section-47' }), 'duty');
    expect(one.due('conference')).toBe('2026-11-24T23:59:59.999Z');
    expect(one.discussed().clocks).not.toContain('conference');
  });
});

describe('confirming a grade', () => {
  it('needs a proposal, another person, and the assessment that was seen', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'manager')).toEqual(['proposedGrade']);
    one.assessed('low');
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'worker')).toEqual(['forbidden']);
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'otherManager')).toEqual(['forbidden']);
    expect(one.whyNot('confirm-grade', { assessmentId: 'older', grade: 'low' }, 'manager')).toEqual([
      '/assessmentId otherAssessment',
    ]);
    expect(one.whyNot('confirm-grade', confirming(one, 'medium'), 'manager')).toEqual(['/reasons reasons']);
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'manager')).toEqual([]);
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'manager')).toEqual(['proposedGrade']);
  });

  it('by the manager who assessed is refused: somebody else confirms', () => {
    const one = aChildCase().assessing();
    const { manager, worker } = one.world.people;
    one.world.people.worker = { ...manager, userId: worker.userId, roles: ['worker', 'manager'] };
    one.withWorker().assessed('low');
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'worker')).toEqual(['otherPerson']);
  });

  it.each([
    ['none', 'monitoring'],
    ['low', 'planning'],
    ['medium', 'planning'],
    ['high', 'planning'],
  ] as const)('as %s leads from assessing to %s', (grade, state) => {
    expect(aChildCase().graded(grade).state).toBe(`${state}/notListed`);
  });

  it('where a sign of harm stands beside none known asks for the manager’s reason', () => {
    const one = aChildCase().assessed('high', { harm: anAssessment('low').harm });
    expect(one.whyNot('confirm-grade', confirming(one, 'high'), 'manager')).toEqual([
      '/noHarmReason noHarmReason',
    ]);
  });

  it('below a floor is for a senior with reasons, whoever chose the grade', () => {
    const one = aChildCase().assessed('medium');
    const low = confirming(one, 'low', { reasons: 'Made up' });
    expect(one.whyNot('confirm-grade', low, 'manager')).toEqual(['floorSignature']);
    expect(one.whyNot('confirm-grade', low, 'senior')).toEqual(['/secondSignatureReason secondSignature']);
    expect(one.whyNot('confirm-grade', { ...low, secondSignatureReason: 'Seen' }, 'senior')).toEqual([]);
  });

  it('that drops two grades within three months needs a senior, also in two steps', () => {
    const calm = {
      harm: [{ kind: 'online', certainty: 'suspected', time: 'earlier', basis: 'Made up' }],
    } as const;
    const one = aChildCase().gradedHigh();
    one.world.pass(150);
    one.assessed('medium', calm as object).graded('medium');
    one.world.pass(5);
    one.assessed('low', calm as object);
    expect(one.whyNot('confirm-grade', confirming(one, 'low', { noHarmReason: 'x' }), 'manager')).toEqual([
      'secondSignature',
    ]);
    one.world.pass(100);
    expect(one.whyNot('confirm-grade', confirming(one, 'low', { noHarmReason: 'x' }), 'manager')).toEqual([]);
  });

  it('counts from its acceptance, not from the day that is written down for it', () => {
    const calm = {
      harm: [{ kind: 'online', certainty: 'suspected', time: 'earlier', basis: 'Made up' }],
    } as object;
    const one = aChildCase().gradedHigh();
    const before = one.world.at;
    one.world.pass(150);
    one.give('assess-risk', anAssessment('medium', calm), 'worker', before);
    one.give('confirm-grade', confirming(one, 'medium', { noHarmReason: 'x' }), 'manager', before);
    one.give('assess-risk', anAssessment('low', calm), 'worker', before);
    const low = confirming(one, 'low', { noHarmReason: 'x', secondSignatureReason: 'Seen' });
    expect(one.whyNot('confirm-grade', low, 'manager', before)).toEqual(['secondSignature']);
    one.give('confirm-grade', low, 'senior', before);
    expect(one.standing.lowSince).toBe(one.world.at);
  });

  it('is not confirmed at a time before it was proposed', () => {
    const one = aChildCase().withWorker();
    const before = one.world.at;
    one.world.pass(1);
    one.assessed('low');
    expect(one.whyNot('confirm-grade', confirming(one, 'low'), 'manager', before)).toEqual([
      '/happened beforeProposal',
    ]);
  });

  it('a rise that acts is not taken back by its assessor: a manager sees both and confirms either', () => {
    const one = aChildCase().graded('low').assessed('high', earlier);
    const rise = one.standing.assessmentId as string;
    one.assessed('low', earlier).assessed('medium', earlier);
    expect(rulingGrade(one.standing)).toBe('high');
    expect(one.standing.proposed).toMatchObject({
      grade: 'medium',
      rose: { grade: 'high', assessmentId: rise },
    });
    const seen = (assessmentId: string, grade: Grade, over: object = {}) =>
      one.whyNot('confirm-grade', { assessmentId, grade, noHarmReason: 'x', ...over }, 'manager');
    const newest = one.standing.assessmentId as string;
    expect(seen('older', 'high', { reasons: 'Made up' })).toEqual(['/assessmentId otherAssessment']);
    expect(seen(newest, 'medium')).toEqual(['/reasons reasons']);
    expect(seen(newest, 'medium', { reasons: 'Made up' })).toEqual([]);
    expect(rulingGrade(one.standing)).toBe('medium');
  });

  it('a rise that was followed by a lower proposal is confirmed as it was proposed', () => {
    const one = aChildCase().graded('low').assessed('high', earlier);
    const assessmentId = one.standing.assessmentId as string;
    one.assessed('low', earlier).give('confirm-grade', { assessmentId, grade: 'high' }, 'manager');
    expect(one.standing).toMatchObject({ proposed: null, confirmed: { grade: 'high', assessmentId } });
  });

  it('the floor of a rise holds until somebody else decides, whatever its assessor answers next', () => {
    const one = aChildCase().graded('low').assessed('high');
    expect(one.standing.proposed?.floor).toBe('medium');
    const calm = { harm: anAssessment('high').harm.map((line) => ({ ...line, time: 'earlier' as const })) };
    one.assessed('low', calm);
    expect(one.standing.proposed).toMatchObject({ floor: null, rose: { grade: 'high', floor: 'medium' } });
    const low = confirming(one, 'low', { reasons: 'Made up', noHarmReason: 'x' });
    expect(one.whyNot('confirm-grade', low, 'manager')).toEqual(['floorSignature']);
    expect(one.whyNot('confirm-grade', { ...low, secondSignatureReason: 'Seen' }, 'senior')).toEqual([]);
  });

  it('no row of assessments lowers the grade that rules, whatever each proposes', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...grades)),
        fc.array(fc.constantFrom(...grades), { minLength: 1, maxLength: 5 }),
        (before, proposals) => {
          const one = before ? aChildCase().graded(before) : aChildCase().withWorker();
          for (const proposed of proposals) {
            const ruled = rulingGrade(one.standing) ?? 'none';
            one.assessed(proposed, { ...earlier, proposed, belowFloorReason: 'Made up' });
            const rules = rulingGrade(one.standing) as Grade;
            expect(rules).toBe(higherGrade(ruled, proposed));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a rise rules from its proposal; a fall waits for its confirmation', () => {
    const one = aChildCase().graded('medium').assessed('high');
    expect(rulingGrade(one.standing)).toBe('high');
    const other = aChildCase().graded('medium').assessed('low');
    expect(rulingGrade(other.standing)).toBe('medium');
  });

  it.each([
    ['a rise to high', 'medium', 'high', 'high', ['role:coordinator', 'team:team-north:manager'], 1],
    ['a rise to medium', 'low', 'medium', 'medium', ['team:team-north:manager'], 0],
    ['the same grade', 'medium', 'medium', 'medium', [], 0],
    ['a fall', 'medium', 'low', 'medium', [], 0],
  ] as const)(
    '%s from its proposal on: clocks, lists and alerts follow the higher of both',
    (_, before, proposed, rules, alerted, lines) => {
      const one = aChildCase().graded(before);
      one.world.pass(1);
      const sent = one.world.outgoing.length;
      one.assessed(proposed);
      const confirmBy = proposed === 'high' ? '2026-11-05T23:59:59.999Z' : '2026-11-11T23:59:59.999Z';
      expect(one.due('grade-confirmation')).toBe(confirmBy);
      expect(one.clocks.includes('same-day-safety-actions')).toBe(proposed === 'high');
      expect(topicOf('childCase').summary(one.standing as never, one.record.state).grade).toBe(rules);
      const waits = queueOfCase(one.record).filter(({ step }) => step === 'list-for-panel');
      expect(waits).toHaveLength(lines);
      const alerts = one.world.outgoing.slice(sent).filter(({ kind }) => kind === 'grade-raised');
      expect(alerts.map(({ principal }) => principal).sort()).toEqual(alerted);
    },
  );

  it('keeps who disagrees, in their words and with an answer; an agency is named', () => {
    const one = aChildCase().assessed('medium');
    const dissent = [
      { of: 'child', words: 'It is not so bad', answer: 'Talked through together' },
      { of: 'agency', words: 'We see it lower', answer: 'Heard, and kept' },
    ];
    expect(one.whyNot('confirm-grade', confirming(one, 'medium', { dissent }), 'manager')).toEqual([
      '/dissent/1/from asked',
    ]);
    const named = dissent.map((each) => (each.of === 'agency' ? { ...each, from: 'Made-up school' } : each));
    one.give('confirm-grade', confirming(one, 'medium', { dissent: named }), 'manager');
    const grade = one.world.written.get(one.id)?.find(({ kind }) => kind === 'grade');
    expect(grade?.body).toMatchObject({ dissent: named });
    expect(grade?.class).toBe('sheet');
  });

  it('counts the reassessment from the assessment, not from its confirmation', () => {
    const one = aChildCase().assessed('medium');
    one.world.pass(7);
    expect(one.graded('medium').due('reassessment')).toBe('2026-12-15T23:59:59.999Z');
  });

  it('again does not put off the plan', () => {
    const one = aChildCase().graded('medium');
    const due = one.due('plan-agreement');
    one.world.pass(5);
    expect(one.graded('medium').due('plan-agreement')).toBe(due);
    one.world.pass(6);
    expect(one.graded('low').due('plan-agreement')).toBe(due);
  });

  it('while closing is proposed decides where a refusal leads back to', () => {
    const one = aChildCase().withWorker().proposedToClose({ reason: 'moved' }).graded('medium');
    expect(one.state).toBe('closing/notListed');
    expect(one.give('refuse-closure', { reason: 'Not yet' }, 'manager').state).toBe('planning/notListed');
  });
});
