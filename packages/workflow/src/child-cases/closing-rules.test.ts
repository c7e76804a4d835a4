import { describe, expect, it } from 'vitest';
import { aChildCase, type ChildCaseBuilder } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import {
  adult,
  answered,
  approval,
  beside,
  notTakenOn,
  proposal,
  type Row,
  readyFor,
  seen,
  wordsOf,
} from '../testing/closing-rows.js';
import { anAcceptance, anAdultPathway, aPlacementArea, aTransfer } from '../testing/leaving-payloads.js';
import { aClosure, aDiscussion, aRating } from '../testing/payloads.js';
import { type ClosureReason, closureReasons } from './payloads.js';

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
const unread = 'The child’s record could not be read.';
const handOver = { handover: 'The school nurse' };

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
    'reduced and sustained',
    'the age can be read',
    approval(() => ready().proposedToClose(), 'manager', false),
    unread,
    approval(() => ready().proposedToClose()),
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

const hosted = () => aChildCase().withWorker().give('record-placement-area', aPlacementArea(), 'worker');
const moving = (one: ChildCaseBuilder) => one.proposedToClose({ reason: 'moved' });
const lookedAfter = (one: ChildCaseBuilder) => {
  const status = { legalStatus: 'C2', placement: 'U1', since: '2026-01-01' };
  one.world.give('children/record-status', status, one.world.people.triage, { record: one.standing.childId });
  return one;
};
const keptHere =
  'A looked-after child who is placed elsewhere is never transferred: this area keeps the case. Record the area where the child lives instead, which opens a hosted record of its own.';
const rise = 'A proposed rise of the grade waits for its confirmation.';

const grown = (one: ChildCaseBuilder) =>
  one.referred({ child: adult }).withWorker().give('record-adult-pathway', anAdultPathway(), 'worker');
const merging = (one: ChildCaseBuilder) => one.proposedToClose({ reason: 'merged' });
/** With another open case of the same child, assessed at a grade. */
const besideAt = (grade: 'low' | 'medium' | 'high', one: ChildCaseBuilder, harm?: object[]) => {
  const other = aChildCase(one.world).referred({ childId: one.standing.childId });
  other.assessed(grade, harm ? ({ harm } as never) : {});
  return one;
};
const lower =
  'The grade or the harm on this case is higher than on the other one, and would be lost: assess the other case first.';
const harmed = [{ kind: 'online', certainty: 'suspected', time: 'current', basis: 'Made up' }] as const;
const unharmed = [{ ...harmed[0], certainty: 'none-known' }];
const asHarmed = { harm: [...harmed] };
const withHarm = () => aChildCase().assessed('low', asHarmed).graded('low').discussed();
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
    () => wordsOf(lookedAfter(aChildCase().withWorker()), 'transfer-out', aTransfer(), 'manager'),
    keptHere,
    () => wordsOf(aChildCase().withWorker(), 'transfer-out', aTransfer(), 'manager'),
  ],
  ...(['manager', 'senior'] as const).map(
    (who): Row => [
      `moved, approved by the ${who}`,
      'the child is not looked after, whatever a senior manager says',
      approval(() => moving(lookedAfter(aChildCase().withWorker())), who),
      keptHere,
      approval(() => moving(answered(hosted())), who),
    ],
  ),
  [
    'moved',
    'it can be read whether the child is looked after',
    approval(() => moving(aChildCase().withWorker()), 'senior', false),
    unread,
    approval(() => moving(answered(hosted())), 'senior', false),
  ],
  [
    'moved from a hosted record',
    'the placing area is told',
    approval(() => moving(hosted())),
    'Made-up County, which placed the child and keeps the case, is not told the outcome yet.',
    approval(() => moving(answered(hosted()))),
  ],
  [
    'moved from a hosted record',
    'no rise of the grade waits',
    approval(() => moving(answered(hosted()).assessed('medium'))),
    rise,
    approval(() => moving(answered(hosted()).graded('medium').assessed('low'))),
  ],
  [
    'moved',
    'no rise of the grade waits for those who accept',
    () =>
      wordsOf(aChildCase().assessed('medium').transferring(), 'accept-transfer', anAcceptance(), 'manager'),
    rise,
    () => wordsOf(aChildCase().graded('medium').transferring(), 'accept-transfer', anAcceptance(), 'manager'),
  ],
  [
    'turned 18',
    'no rise of the grade waits',
    approval(() => turned18(grown(aChildCase()).assessed('medium'))),
    rise,
    approval(() => turned18(grown(aChildCase()).graded('medium').assessed('low'))),
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
  [
    'merged',
    'no grade waits, and no senior sets that aside',
    approval(() => merging(besideAt('medium', aChildCase().assessed('medium'))), 'senior'),
    'A proposed grade waits for its confirmation.',
    approval(() => merging(besideAt('medium', aChildCase().graded('medium')))),
  ],
  [
    'merged',
    'the other case says as high a grade',
    approval(() => merging(besideAt('low', aChildCase().graded('medium'))), 'senior'),
    lower,
    approval(() => merging(besideAt('medium', aChildCase().graded('medium')))),
  ],
  [
    'merged',
    'the other case says the same harm',
    approval(() => merging(besideAt('low', withHarm(), unharmed))),
    lower,
    approval(() => merging(besideAt('low', withHarm(), [...harmed]))),
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
const anyReason: Row[] = closureReasons.flatMap((reason): Row[] => [
  [
    reason,
    'no safety action is open',
    approval(() => readyFor(reason).withAction().proposedToClose({ reason })),
    safety,
    approval(() => readyFor(reason).withAction().withActionsEnded().proposedToClose({ reason })),
  ],
  [
    reason,
    'nor does a senior set it aside, unless it is handed over to a name',
    approval(() => readyFor(reason).withAction().proposedToClose({ reason }), 'senior'),
    safety,
    approval(
      () =>
        readyFor(reason)
          .withAction()
          .proposedToClose({ reason, ...handOver }),
      'senior',
    ),
  ],
]);

const enquiry = aDiscussion({ outcome: 'section-47' });
const urgent: [
  string,
  (reason: ClosureReason) => ChildCaseBuilder,
  string,
  (one: ChildCaseBuilder) => ChildCaseBuilder,
][] = [
  [
    'immediate danger is acknowledged',
    (reason) => readyFor(reason).inDanger().discussed(),
    'Immediate danger is not acknowledged yet: a named person acknowledges it first.',
    (one) => one.acknowledged(),
  ],
  [
    'the strategy discussion is held',
    (reason) => readyFor(reason).inDanger().acknowledged(),
    'The strategy discussion on the immediate danger is still to be held.',
    (one) => one.discussed(),
  ],
  [
    'the strategy discussion on current harm is held',
    (reason) => readyFor(reason, 'section-47-and-risk-assessment'),
    'The strategy discussion on the current harm is still to be held, or a manager says why none.',
    (one) => one.discussed(),
  ],
  [
    'the enquiry is concluded',
    (reason) => readyFor(reason).give('record-strategy-discussion', enquiry, 'duty'),
    'The section 47 enquiry is open: its outcome or the child protection conference comes first.',
    (one) => one.discussed(),
  ],
];
/** Nobody closes over danger or current harm, for whatever reason but a death. */
const overDanger: Row[] = urgent.flatMap(([rule, build, words, answer]) =>
  closureReasons
    .filter((reason) => reason !== 'deceased')
    .flatMap((reason) =>
      (['manager', 'senior'] as const).map(
        (who): Row => [
          `${reason}, closed by the ${who}`,
          rule,
          approval(() => build(reason).proposedToClose({ reason }), who),
          words,
          approval(() => answer(build(reason)).proposedToClose({ reason }), who),
        ],
      ),
    ),
);

const rows = [...notTakenOn, ...asNotFound, ...asReduced, ...otherwise, ...anyReason, ...overDanger];

describe('each closing rule alone', () => {
  it.each(rows)('%s: %s', (_reason, _rule, alone, words, met) => {
    expect(alone()).toEqual([words]);
    expect(met()).toEqual([]);
  });

  it('has such a test for every condition that the product asks of any reason', () => {
    for (const row of rows) row[2]();
    expect([...seen.asked].filter((one) => !seen.alone.has(one)).sort()).toEqual([]);
  });
});
