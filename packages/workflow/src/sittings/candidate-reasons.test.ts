import { describe, expect, it } from 'vitest';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { RecordKind, StoredRecord } from '../model.js';
import { englandProfile } from '../profile/profile.js';
import { aChildCase } from '../testing/a-child-case.js';
import { aLocationCase, aPersonCase } from '../testing/a-strand-case.js';
import type { CandidateFacts, CandidateList } from './candidate-lists.js';
import { candidateReasons } from './candidates.js';

/** A sitting on 10 December, whose next is on 14 January. */
const asked = {
  profile: englandProfile,
  startsAt: '2026-12-10T10:00:00.000Z',
  nextStartsAt: '2027-01-14T10:00:00.000Z',
};
const since = '2026-11-10T09:00:00.000Z';
const nothing: CandidateFacts = { clocks: [], decided: [], returnedAt: null };
const clock = (rule: string, due = since): Partial<CandidateFacts> => ({
  clocks: [{ rule, start: since, due }],
});

const child = aChildCase().listed().record;
const high = aChildCase().gradedHigh().listed().record;
const { proposed, listing } = high.standing;
const person = aPersonCase().active().listed().record as StoredRecord;
const place = aLocationCase().active().listed().record as StoredRecord;

/** A record as it would be with this in its standing. */
const having = (record: StoredRecord, standing: object): StoredRecord => ({
  ...record,
  standing: { ...record.standing, ...standing },
});
const unlisted = (record: StoredRecord): StoredRecord => ({
  ...having(record, { listing: null }),
  state: { ...(record.state as object), panel: 'notListed' } as StoredRecord['state'],
});
const ofKind = (kind: RecordKind): StoredRecord => ({ ...place, kind, state: 'open' });
const decided = (nextReview: string | null, decision = 'continue') => ({
  lastDecision: { decision, at: since, nextReview },
});
const listedFor = (basis: string) => ({ listing: { ...listing, basis } });
const grades = (confirmed: string, suggested: string): Partial<ChildCaseStanding> =>
  ({
    proposed: { ...proposed, grade: suggested, at: since, rose: false },
    confirmed: { grade: confirmed, at: since, by: 'x', assessmentId: 'x' },
  }) as never;

function listsOf(record: StoredRecord, facts: Partial<CandidateFacts> = {}): CandidateList[] {
  return candidateReasons(record, { ...nothing, ...facts }, asked).map(({ list }) => list);
}

type Case = [record: StoredRecord, facts?: Partial<CandidateFacts>];
type Row = [list: CandidateList, what: string, shown: Case, other: string, notShown: Case];
const rows: Row[] = [
  [
    'high',
    'a child graded high whom nobody has listed',
    [unlisted(high)],
    'one whom a sitting took off its list at that grade',
    [
      unlisted(
        having(high, {
          lastDecision: { decision: 'remove', at: '2099-01-01T00:00:00.000Z', nextReview: null },
        }),
      ),
    ],
  ],
  [
    'carried',
    'a case that a sitting did not reach',
    [child, { returnedAt: since }],
    'a case that no sitting had',
    [child],
  ],
  [
    'chairs-action',
    'a case with a chair’s action that no sitting has minuted',
    [having(child, { chairsAction: { at: since, did: 'Made up' } })],
    'the same once it is minuted',
    [having(child, { chairsAction: null })],
  ],
  [
    'chairs-action',
    'a case whose sitting was cancelled and that waits for the chair',
    [child, clock('chairs-action')],
    'one on which another clock runs',
    [child, clock('plan-review')],
  ],
  [
    'high',
    'a child graded high of whom two reviews did not in a row find the plan working',
    [high, { decided: ['continue', 'change-plan'] }],
    'one of whom two in a row did',
    [high, { decided: ['continue', 'continue'] }],
  ],
  ['new', 'a child listed and not heard', [child], 'one that was heard', [having(child, decided(null))]],
  [
    'review',
    'a child whose review falls on the day of the sitting',
    [having(child, decided('2026-12-10'))],
    'one whose review is the day after',
    [having(child, decided('2026-12-11'))],
  ],
  [
    'step-down',
    'a child of whom a grade below the confirmed one is proposed',
    [having(child, grades('high', 'medium'))],
    'one of whom the same grade is proposed',
    [having(child, grades('high', 'high'))],
  ],
  [
    'step-down',
    'a child listed for a step down',
    [having(child, listedFor('step-down'))],
    'one listed for a rise',
    [having(child, { ...listedFor('grade'), ...grades('medium', 'high') })],
  ],
  [
    'plan-not-working',
    'a child whose last sitting asked for another plan',
    [having(child, decided('2027-03-01', 'change-plan'))],
    'one whose last sitting went on with it',
    [having(child, decided('2027-03-01', 'continue'))],
  ],
  [
    'plan-not-working',
    'a child listed because of it',
    [having(child, listedFor('plan-not-working'))],
    'one listed for another reason',
    [having(child, listedFor('transfer'))],
  ],
  [
    'missing',
    'a child for whom a strategy discussion is asked after going missing repeatedly',
    [child, clock('repeat-missing-discussion')],
    'one of whom a return interview alone is due',
    [child, clock('return-interview')],
  ],
  [
    'missing',
    'a child listed because of it',
    [having(child, listedFor('repeat-missing'))],
    'one listed for another reason',
    [having(child, listedFor('transfer'))],
  ],
  [
    'out-of-area',
    'a child whose transfer waits for its answer',
    [having(child, { transfer: { area: 'Elsewhere', at: since } })],
    'one whose transfer was accepted',
    [having(child, { transfer: { area: 'Elsewhere', at: since, acceptedAt: since } })],
  ],
  [
    'out-of-area',
    'a child placed here by another area',
    [having(child, { hosting: { as: 'host', area: 'Elsewhere', since } })],
    'one placed at home',
    [having(child, { hosting: null })],
  ],
  [
    'turning-18',
    'a child whose birthday is at the time of the sitting after',
    [child, clock('eighteenth-birthday', asked.nextStartsAt)],
    'one whose birthday is a moment later',
    [child, clock('eighteenth-birthday', '2027-01-14T10:00:00.001Z')],
  ],
  [
    'person',
    'a person of concern nobody has listed who waits for screening',
    [unlisted(person), clock('nomination-screening')],
    'one on whom no clock of a sitting runs',
    [unlisted(person), clock('disruption-review')],
  ],
  [
    'person',
    'a person whose necessity is to be reviewed by the sitting',
    [having(person, decided('2027-03-01')), clock('person-necessity')],
    'one who was heard and of whom nothing is due',
    [having(person, decided('2027-03-01'))],
  ],
  [
    'location',
    'a place whose review falls on the day of the sitting',
    [having(place, decided('2026-12-10'))],
    'one whose review is the day after',
    [having(place, decided('2026-12-11'))],
  ],
  [
    'cluster',
    'a cluster whose complex abuse meeting is due',
    [{ ...unlisted(place), kind: 'cluster' }, clock('cluster-meeting')],
    'one without such a meeting',
    [{ ...unlisted(place), kind: 'cluster' }],
  ],
  [
    'order',
    'an order that runs out',
    [ofKind('disruptionMeasure'), clock('measure-expiry')],
    'one that runs on',
    [ofKind('disruptionMeasure')],
  ],
  [
    'requirement',
    'a requirement whose answer is due by the sitting',
    [ofKind('intelligenceRequirement'), clock('requirement-answer')],
    'one without a clock that is due',
    [ofKind('intelligenceRequirement')],
  ],
  [
    'escalation',
    'a challenge that waits for its answer',
    [ofKind('challenge'), clock('challenge-answer')],
    'one that was answered',
    [ofKind('challenge')],
  ],
  [
    'not-due',
    'a child on the list whose review is after the sitting',
    [having(child, decided('2026-12-11'))],
    'one whose review is on its day',
    [having(child, decided('2026-12-10'))],
  ],
  [
    'not-due',
    'a person on the list whose review is after the sitting',
    [having(person, decided('2026-12-11'))],
    'one who is not on the list',
    [unlisted(having(person, decided('2026-12-11')))],
  ],
];

describe('the lists of an agenda', () => {
  it.each(rows)('%s: has %s, and not %s', (list, _what, shown, _other, notShown) => {
    expect(listsOf(...shown)).toContain(list);
    expect(listsOf(...notShown)).not.toContain(list);
  });

  it('say since when, and by when', () => {
    const [reason] = candidateReasons(having(place, decided('2026-12-10')), nothing, asked);
    expect(reason).toMatchObject({ list: 'location', since, due: '2026-12-10' });
    const deferred = having(child, {
      ...decided(null),
      listing: { ...listing, basis: 'grade', until: '2027-02-01' },
    });
    expect(candidateReasons(deferred, nothing, asked)).toMatchObject([
      { list: 'not-due', words: 'The listing is deferred.', due: '2027-02-01' },
    ]);
  });

  it('tell what was not reached apart from what a cancelled sitting was to hear', () => {
    const words = [false, true].map(
      (isCancelled) =>
        candidateReasons(child, { ...nothing, returnedAt: since, isCancelled }, asked)[0]?.words,
    );
    expect(words).toEqual([
      'The last sitting did not reach it.',
      'The sitting that was to hear it was cancelled.',
    ]);
  });
});
