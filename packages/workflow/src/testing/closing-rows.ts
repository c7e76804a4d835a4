import { type ClosureOutlook, closureOutlook } from '../child-cases/closure-outlook.js';
import type { ClosureReason, ProposeClosurePayload } from '../child-cases/payloads.js';
import type { DecideTriagePayload } from '../child-cases/triage-payloads.js';
import { decide } from '../decide.js';
import { englandProfile } from '../profile/profile.js';
import { aChildCase, type ChildCaseBuilder } from './a-child-case.js';
import { anAdultPathway, aPlacementArea } from './leaving-payloads.js';
import { aClosure, aTriage } from './payloads.js';
import type { PersonName } from './people.js';

/** Conditions of reasons, as `reason:code`: those that the product asked, and those that alone stood in the way. */
export const seen = { asked: new Set<string>(), alone: new Set<string>() };

function outlook({ world, record }: ChildCaseBuilder, showsChild: boolean): ClosureOutlook[] {
  const related = world.all('child').filter(() => showsChild);
  const actor = { kind: 'user', userId: null, name: '', agencyId: null, teamId: null, roles: [] };
  const when = { happened: world.at, at: world.at, choice: undefined, commandId: '' };
  const facts = { related, written: [] };
  return closureOutlook({
    ...{ record, locked: [], facts, profile: englandProfile, actor },
    ...when,
  } as never);
}

function noteAsked(one: ChildCaseBuilder): void {
  for (const shows of [true, false])
    for (const { reason, conditions } of outlook(one, shows))
      for (const { code } of conditions) if (code !== 'urgentWork') seen.asked.add(`${reason}:${code}`);
}

/** What is said of a command that is not accepted: every word of it, so that one rule alone is seen to fail. */
export function wordsOf(
  one: ChildCaseBuilder,
  verb: string,
  payload: object,
  who: PersonName,
  showsChild = true,
): string[] {
  const { world, id } = one;
  noteAsked(one);
  const command = world.command(`child-cases/${verb}`, payload, world.people[who], { record: id });
  const input = world.inputFor(command);
  const records = input.records.filter(({ kind }) => showsChild || kind !== 'child');
  const decision = decide({ ...input, records }, command);
  if ('changes' in decision) return [];
  const { missing, faults } = decision.refusal;
  const reason = (payload as { reason?: string }).reason ?? one.standing.closure?.reason;
  const names = [
    ...missing.map(({ code }) => [code]),
    ...faults.map(({ code, pointer }) => [code, pointer.slice(1)]),
  ];
  if (names.length === 1) for (const name of names.flat()) seen.alone.add(`${reason}:${name}`);
  return [...missing.map(({ words }) => words), ...faults.map(({ detail }) => detail)];
}

/** What is said where somebody approves the closure of a case. */
export const approval =
  (build: () => ChildCaseBuilder, who: PersonName = 'manager', showsChild = true) =>
  () =>
    wordsOf(build(), 'approve-closure', { reasons: 'Agreed' }, who, showsChild);
/** What is said where the worker proposes to close a case. */
export const proposal = (build: () => ChildCaseBuilder, over: Partial<ProposeClosurePayload>) => () =>
  wordsOf(build(), 'propose-closure', aClosure(over), 'worker');
const triage =
  (outcome: DecideTriagePayload['outcome'], over: object = {}, build = () => aChildCase().referred()) =>
  () =>
    wordsOf(build(), 'decide-triage', aTriage(outcome, over), 'triage');
const closedBefore = (one: ChildCaseBuilder) => aChildCase(one.world).closed().id;

/** A closing rule: why, which, what is refused where it alone fails, in which words, and where it is met. */
export type Row = [reason: string, rule: string, alone: () => string[], words: string, met: () => string[]];

/** What triage asks of a referral that is not taken on. */
export const notTakenOn: Row[] = [
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

/** A hosted record, its placing area told the outcome. */
export const answered = (one: ChildCaseBuilder) => {
  const exchange = { direction: 'told', person: 'Pat Elsewhere', how: 'In writing', what: 'Made up' };
  return one.give('record-area-exchange', exchange, 'worker');
};

/** With another open case of the same child, into which it may be merged. */
export const beside = (one: ChildCaseBuilder) => {
  aChildCase(one.world).referred({ childId: one.standing.childId });
  return one;
};

/** Somebody who is 18. */
export const adult = { firstName: 'Sam', birthDate: '2008-05-01' };

/** For each reason: who the child is, and how the case is led to where nothing stands in the way of closing for it. */
const led: Record<ClosureReason, (one: ChildCaseBuilder) => ChildCaseBuilder> = {
  'not-found': (one) => one.assessed('none').graded('none').childHeard(),
  'reduced-and-sustained': (one) => one.readyToClose(),
  moved: (one) => answered(one.withWorker().give('record-placement-area', aPlacementArea(), 'worker')),
  'turned-18': (one) => one.withWorker().give('record-adult-pathway', anAdultPathway(), 'worker'),
  merged: (one) => beside(one.withWorker()),
  deceased: (one) => one.withWorker(),
};
/** A case that is ready to close for a reason, decided at triage in one of two ways. */
export function readyFor(reason: ClosureReason, outcome: DecideTriagePayload['outcome'] = 'risk-assessment') {
  const one = aChildCase().referred(reason === 'turned-18' ? { child: adult } : {});
  return led[reason](one.give('decide-triage', aTriage(outcome), 'triage'));
}
