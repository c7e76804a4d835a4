import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import { anAcceptance, anAdultPathway, aTransfer } from '../testing/leaving-payloads.js';
import { aClosure, aDiscussion, aRating, aTriage } from '../testing/payloads.js';
import type { PersonName } from '../testing/people.js';
import type { ProposeClosurePayload } from './payloads.js';
import type { DecideTriagePayload } from './triage-payloads.js';

/** What is said of a command that is not accepted: every word of it, so that one rule alone is seen to fail. */
function wordsOf(one: ChildCaseBuilder, verb: string, payload: object, who: PersonName): string[] {
  const { world, id } = one;
  const { decision } = world.ask(`child-cases/${verb}`, payload, world.people[who], { record: id });
  if ('changes' in decision) return [];
  const { missing, faults } = decision.refusal;
  return [...missing.map(({ words }) => words), ...faults.map(({ detail }) => detail)];
}

const approval =
  (build: () => ChildCaseBuilder, who: PersonName = 'manager') =>
  () =>
    wordsOf(build(), 'approve-closure', { reasons: 'Agreed' }, who);
const proposal = (build: () => ChildCaseBuilder, over: Partial<ProposeClosurePayload>) => () =>
  wordsOf(build(), 'propose-closure', aClosure(over), 'worker');
const triage =
  (outcome: DecideTriagePayload['outcome'], over: object = {}, build = () => aChildCase().referred()) =>
  () =>
    wordsOf(build(), 'decide-triage', aTriage(outcome, over), 'triage');

const at = (birthDate: string) => aChildCase().referred({ child: { firstName: 'Sam', birthDate } });
const ready = () => aChildCase().readyToClose();
const unrated = () => aChildCase().graded('low').childHeard();
const found = (over: Parameters<typeof anAssessment>[1] = {}) =>
  aChildCase().assessed('none', over).graded('none');
const earlier = anAssessment('high').answers.map((one) => ({ ...one, window: 'earlier' as const }));
const notFound = (one: ChildCaseBuilder) => one.proposedToClose({ reason: 'not-found' });
const inMonths = (one: ChildCaseBuilder) => {
  one.world.pass(125);
  return one;
};
const handOver = { handover: 'The school nurse' };
const closedBefore = (one: ChildCaseBuilder) => aChildCase(one.world).closed().id;

type Row = [reason: string, rule: string, alone: () => string[], words: string, met: () => string[]];

const notTakenOn: Row[] = [
  [
    'not taken on',
    'the referrer is told',
    triage('early-help', { referrerTold: '' }),
    'Say how the referrer was told.',
    triage('early-help'),
  ],
  [
    'not taken on',
    'the view of the police is there',
    triage('no-further-action', { policeView: 'asked' }),
    'A referral that ends at triage waits for the view of the police.',
    triage('no-further-action'),
  ],
  [
    'not taken on',
    'danger was discussed',
    triage('no-further-action', {}, () => aChildCase().referred().inDanger()),
    'Immediate danger was raised: a strategy discussion comes before this outcome.',
    triage('no-further-action', {}, () => aChildCase().referred().inDanger().discussed().acknowledged()),
  ],
  [
    'other area',
    'the area is named, and who was told there',
    triage('other-area', { otherArea: '' }),
    'Name the area and who was told there.',
    triage('other-area'),
  ],
  [
    'joined',
    'the other case is named',
    triage('joined'),
    'Name the other case.',
    () => {
      const one = aChildCase().referred();
      return triage('joined', { otherCaseId: aChildCase(one.world).assessing().id }, () => one)();
    },
  ],
  [
    'relisted',
    'the earlier case is named',
    triage('relisted'),
    'Name the other case.',
    () => {
      const one = aChildCase().referred();
      return triage('relisted', { otherCaseId: closedBefore(one) }, () => one)();
    },
  ],
];

const asNotFound: Row[] = [
  [
    'not found',
    'the grade is confirmed as none',
    approval(() => notFound(aChildCase().graded('low').childHeard())),
    'Closing as not found asks for a confirmed grade of none.',
    approval(() => notFound(found().childHeard())),
  ],
  [
    'not found',
    'no grade waits',
    approval(() => notFound(found().childHeard().assessed('none'))),
    'A proposed grade waits for its confirmation.',
    approval(() => notFound(found().childHeard().assessed('none').graded('none'))),
  ],
  [
    'not found',
    'no sign of harm',
    approval(() => notFound(found({ answers: earlier }).childHeard())),
    'A sign of harm is recorded: the case cannot close as not found.',
    approval(() => notFound(found({ answers: [] }).childHeard())),
  ],
  [
    'not found',
    'the child was heard',
    approval(() => notFound(found())),
    'The child’s own view is not recorded, nor why it could not be had.',
    approval(() =>
      notFound(found().give('record-view', { of: 'child', whyNot: 'Away', how: 'Two visits' }, 'worker')),
    ),
  ],
];

const asReduced: Row[] = [
  [
    'reduced and sustained',
    'no grade waits',
    approval(() => ready().assessed('low').proposedToClose()),
    'A proposed grade waits for its confirmation.',
    approval(() => ready().assessed('low').graded('low').proposedToClose()),
  ],
  [
    'reduced and sustained',
    'a grade is confirmed',
    approval(() => aChildCase().withWorker().childHeard().outcomesRated().proposedToClose()),
    'No grade is confirmed.',
    approval(() => ready().proposedToClose()),
  ],
  [
    'reduced and sustained',
    'the grade is at or below the closing grade',
    approval(() => inMonths(aChildCase().graded('medium').childHeard().outcomesRated()).proposedToClose()),
    'The confirmed grade counts as medium for closing, above low.',
    approval(() => ready().proposedToClose()),
  ],
  [
    'reduced and sustained',
    'for the profile’s months',
    approval(() => unrated().outcomesRated().proposedToClose()),
    'The grade has not been at or below low for 3 months yet.',
    approval(() => inMonths(unrated().outcomesRated()).proposedToClose()),
  ],
  [
    'reduced and sustained',
    'the closing analysis addresses the harm',
    proposal(ready, { harmAddressed: '' }),
    'Say how the harm was addressed.',
    proposal(ready, {}),
  ],
  [
    'reduced and sustained',
    'the child was heard, or it was tried',
    approval(() => inMonths(aChildCase().graded('low').outcomesRated()).proposedToClose()),
    'The child’s own view is not recorded, nor why it could not be had.',
    approval(() => ready().proposedToClose()),
  ],
  [
    'reduced and sustained',
    'the outcomes have their final rating',
    approval(() => inMonths(unrated().give('rate-outcomes', aRating('first'), 'worker')).proposedToClose()),
    'The outcomes have no final rating.',
    approval(() => inMonths(unrated().outcomesRated()).proposedToClose()),
  ],
  [
    'reduced and sustained',
    'somebody watches',
    proposal(ready, { watcher: '' }),
    'Name who watches from now on.',
    proposal(ready, {}),
  ],
  [
    'reduced and sustained',
    'the next check has a date',
    proposal(ready, { nextCheck: '' }),
    'Give the date of the next check.',
    proposal(ready, {}),
  ],
  [
    'reduced and sustained at 17½',
    'the adult pathway is recorded',
    proposal(() => at('2009-01-10').readyToClose(), { adultPathway: '' }),
    'The young person is 17½ or older: record the adult pathway.',
    proposal(() => at('2009-01-10').readyToClose().give('record-adult-pathway', anAdultPathway(), 'worker'), {
      adultPathway: '',
    }),
  ],
];

/** With another open case of the same child, into which it may be merged. */
const beside = (one: ChildCaseBuilder) => {
  aChildCase(one.world).referred({ childId: one.standing.childId });
  return one;
};
const turned18 = (one: ChildCaseBuilder) => one.proposedToClose({ reason: 'turned-18', adultPathway: '' });
const pending = anAdultPathway({ decision: 'referred' });

const otherwise: Row[] = [
  [
    'moved',
    'the receiving area accepts',
    approval(() => aChildCase().withWorker().proposedToClose({ reason: 'moved' })),
    'The receiving area has not accepted the case: transfer it, and it closes once it is accepted.',
    () => wordsOf(aChildCase().transferring(), 'accept-transfer', anAcceptance(), 'manager'),
  ],
  [
    'moved',
    'the child is not looked after',
    () => {
      const one = aChildCase().withWorker();
      const status = { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' };
      one.world.give('children/record-status', status, one.world.people.triage, {
        record: one.standing.childId,
      });
      return wordsOf(one, 'transfer-out', aTransfer(), 'manager');
    },
    'A looked-after child who is placed elsewhere is never transferred: this area keeps the case. Record the area where the child lives instead, which opens a hosted record of its own.',
    () => wordsOf(aChildCase().withWorker(), 'transfer-out', aTransfer(), 'manager'),
  ],
  [
    'turned 18',
    'the adult pathway has an outcome, which a referral alone is not',
    approval(() => turned18(at('2008-05-01').withWorker().give('record-adult-pathway', pending, 'worker'))),
    'The outcome of the adult pathway is not recorded.',
    approval(() =>
      turned18(
        at('2008-05-01')
          .withWorker()
          .give('record-adult-pathway', anAdultPathway(), 'worker')
          .gradedHigh()
          .discussed(),
      ),
    ),
  ],
  [
    'turned 18',
    'the young person is 18',
    proposal(() => at('2010-05-01').withWorker(), { reason: 'turned-18' }),
    'The young person is not 18 yet.',
    proposal(() => at('2008-05-01').withWorker(), { reason: 'turned-18' }),
  ],
  [
    'turned 18',
    'that is known of the young person',
    proposal(
      () =>
        aChildCase()
          .referred({ child: { firstName: 'Sam' } })
          .withWorker(),
      { reason: 'turned-18' },
    ),
    'It is not known that the young person is 18: the date of birth is recorded first.',
    proposal(() => at('2008-05-01').withWorker(), { reason: 'turned-18' }),
  ],
  [
    'merged',
    'another case of the same child is open',
    approval(() => aChildCase().withWorker().proposedToClose({ reason: 'merged' })),
    'No other case of this child is open: nothing goes on into which this one could be merged.',
    approval(() => beside(aChildCase().withWorker()).proposedToClose({ reason: 'merged' })),
  ],
  ...(['merged', 'deceased'] as const).map((reason): Row => {
    const byManager = () =>
      beside(aChildCase().withWorker()).give('propose-closure', aClosure({ reason }), 'manager');
    return [
      reason,
      'a second person approves',
      approval(byManager),
      'Closure is approved by somebody other than its proposer.',
      approval(byManager, 'deputy'),
    ];
  }),
];

const safety = '1 safety action(s) are open: they end, or are handed over to a name.';
const reasons = ['reduced-and-sustained', 'merged', 'deceased'] as const;
const anyReason: Row[] = reasons.flatMap((reason): Row[] => [
  [
    reason,
    'no safety action is open',
    approval(() => ready().withAction().proposedToClose({ reason })),
    safety,
    approval(() => beside(ready()).withAction().withActionsEnded().proposedToClose({ reason })),
  ],
  [
    reason,
    'nor does a senior set it aside, unless it is handed over to a name',
    approval(() => ready().withAction().proposedToClose({ reason }), 'senior'),
    safety,
    approval(
      () =>
        beside(ready())
          .withAction()
          .proposedToClose({ reason, ...handOver }),
      'senior',
    ),
  ],
]);

const harm = aDiscussion({ outcome: 'section-47' });
const enquired = () => ready().give('record-strategy-discussion', harm, 'duty');
const urgent: [string, () => ChildCaseBuilder, string, (one: ChildCaseBuilder) => ChildCaseBuilder][] = [
  [
    'immediate danger is acknowledged',
    () => ready().inDanger().discussed(),
    'Immediate danger is not acknowledged yet: a named person acknowledges it first.',
    (one) => one.acknowledged(),
  ],
  [
    'the strategy discussion is held',
    () => ready().inDanger().acknowledged(),
    'The strategy discussion on the immediate danger is still to be held.',
    (one) => one.discussed(),
  ],
  [
    'the enquiry is concluded',
    enquired,
    'The section 47 enquiry is open: its outcome or the child protection conference comes first.',
    (one) => one.discussed(),
  ],
];
/** Neither the manager nor a senior closes over danger or current harm. */
const overDanger: Row[] = urgent.flatMap(([rule, build, words, answer]) =>
  (['manager', 'senior'] as const).map(
    (who): Row => [
      `closed by the ${who}`,
      rule,
      approval(() => build().proposedToClose(), who),
      words,
      approval(() => answer(build()).proposedToClose(), who),
    ],
  ),
);

describe('each closing rule alone', () => {
  it.each([...notTakenOn, ...asNotFound, ...asReduced, ...otherwise, ...anyReason, ...overDanger])(
    '%s: %s',
    (_reason, _rule, alone, words, met) => {
      expect(alone()).toEqual([words]);
      expect(met()).toEqual([]);
    },
  );
});
