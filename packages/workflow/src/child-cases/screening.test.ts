import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { aScreening } from '../testing/assessments.js';

const rows = (one: ChildCaseBuilder, kind: string) =>
  (one.world.written.get(one.id) ?? []).filter((row) => row.kind === kind).map(({ body }) => body);

describe('a screening', () => {
  it.each([
    [[], 'look-again', 'No sign found: look again when anything changes'],
    [
      ['friend-exploited'],
      'talk-over',
      'Talk it over with the safeguarding lead, who decides whether to refer',
    ],
    [
      ['things-unexplained', 'away-from-school', 'friend-exploited'],
      'assess',
      'Refer, so that the risk is assessed',
    ],
    [['told-of-abuse'], 'assess-today', 'Any sign of harm: refer today'],
  ] as const)(
    'with %j suggests %s, in the words of its tool, and gives no grade',
    (present, next, advice) => {
      const one = aChildCase().referred().give('record-screening', aScreening(present), 'triage');
      expect(one.standing.screening).toMatchObject({ next });
      expect(one.standing).toMatchObject({ proposed: null, confirmed: null, assessmentId: null });
      const [screening] = rows(one, 'screening') as { screened: { advice: string } }[];
      expect(screening?.screened).toMatchObject({ advice, next, present });
      expect(JSON.stringify(screening)).not.toMatch(/suggested|"leads"|"grade"|beforeFloors/);
    },
  );

  it('is done by triage, whoever referred, the worker, or a partner in the plan, on any open case', () => {
    const one = aChildCase().referred();
    expect(one.whyNot('record-screening', aScreening(), 'referrer')).toEqual([]);
    expect(one.whyNot('record-screening', aScreening(), 'triage')).toEqual([]);
    expect(one.whyNot('record-screening', aScreening(), 'nurse')).toEqual(['forbidden']);
    one.graded('medium').withAction({}, 'nurse');
    expect(one.whyNot('record-screening', aScreening(), 'nurse')).toEqual([]);
    expect(one.whyNot('record-screening', aScreening(), 'worker')).toEqual([]);
    expect(aChildCase().closed().whyNot('record-screening', aScreening(), 'referrer')).toEqual([
      'wrongState',
    ]);
  });

  it('is never an assessment: the clock for the first assessment runs on, and a tool to assess with is refused', () => {
    const one = aChildCase().withWorker();
    const { clocks } = one;
    one.give('record-screening', aScreening(['told-of-abuse']), 'worker');
    expect(one.clocks).toEqual(clocks);
    const other = aScreening([], { instrument: 'domain-levels' });
    expect(one.whyNot('record-screening', other, 'worker')).toEqual(['/instrument assessment']);
  });

  it('leaves what is not known as something to find out from records and adults', () => {
    const { answers } = aScreening([]);
    const unknown = answers.map((one) =>
      one.code === 'friend-exploited' ? { ...one, answer: 'not-known' as const } : one,
    );
    const one = aChildCase().withWorker();
    one.give(
      'record-screening',
      aScreening([], { answers: unknown, learningDisability: 'not-known' }),
      'worker',
    );
    expect(rows(one, 'to-find-out')).toMatchObject([
      { code: 'about/learning-disability' },
      { code: 'friend-exploited', how: expect.stringContaining('No child is asked') },
    ]);
  });

  it('that finds a sign of harm tells whoever holds the case, unless that is who screened', () => {
    const harm = aScreening(['told-of-abuse']);
    const sent = (one: ChildCaseBuilder) =>
      one.world.outgoing.filter(({ kind }) => kind === 'screening-harm').map(({ principal }) => principal);
    const one = aChildCase().withWorker();
    const { worker } = one.world.people;
    expect(sent(one.give('record-screening', harm, 'triage'))).toEqual([`user:${worker.userId}`]);
    expect(sent(aChildCase().withWorker().give('record-screening', harm, 'worker'))).toEqual([]);
  });
});
