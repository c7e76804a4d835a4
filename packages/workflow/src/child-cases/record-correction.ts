import type { Context, Fault, RunningClock, WrittenRow } from '../model.js';
import type { Effect } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import type { FeedbackSubject } from './casework-payloads.js';
import { harmBy, harmCorrected, harmFound, sureness } from './harm.js';
import type { CorrectRecordPayload } from './payloads.js';
import { type Contacts, latestTwo } from './record-contact.js';
import { type ChildCaseStanding, isRaised, rulingGrade } from './standing.js';
import type { WorkedBefore } from './times-worked.js';
import { followsFindings } from './to-find-out.js';
import { authorFault, managesEntries, type Refused } from './withdrawal-faults.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Which clocks an entry of each kind starts: those are recomputed when its time is corrected. */
const startedBy: { [kind: string]: readonly string[] } = {
  referral: ['triage-decision', 'danger-acknowledgement', 'strategy-discussion'],
  danger: ['danger-acknowledgement', 'strategy-discussion'],
  triage: ['worker-allocated', 'first-assessment', 'police-view', 'other-area-acknowledgement'],
  relisting: ['worker-allocated', 'first-assessment'],
  'strategy-discussion': ['conference'],
  assessment: [
    ...['grade-confirmation', 'current-harm-strategy', 'same-day-safety-actions', 'reassessment', 'contact'],
  ],
  grade: ['plan-agreement', 'panel-review', 'contact', 'feedback'],
  plan: ['plan-sharing', 'interim-plan', 'feedback'],
  contact: ['contact', 'oversight'],
};

/** Since when child and parent have not been told of it: that moves with the entry. */
function untoldAfter(
  { untold }: ChildCaseStanding,
  about: FeedbackSubject,
  wrong: WrittenRow,
  moved: string,
): Partial<ChildCaseStanding> {
  return untold?.[about] === wrong.happened ? { untold: { ...untold, [about]: moved } } : {};
}

/** The latest contact at another time: the one before it is the latest now, where that was later. */
function movedIn({ before, ...contacts }: Contacts, moved: string): Contacts {
  return { ...contacts, ...latestTwo({ ...contacts, lastAt: before ?? null }, moved) };
}

/** A decision of triage at another time: the one that holds, or one from before the case was taken up again. */
function decidedAfter(
  { triage, before }: ChildCaseStanding,
  wrong: string,
  moved: string,
): Partial<ChildCaseStanding> {
  if (triage?.at === wrong) return { triage: { ...triage, at: moved } };
  const isWrong = (one: WorkedBefore) => one.triage.at === wrong;
  if (!before?.some(isWrong)) return {};
  return {
    before: before.map((one) => (isWrong(one) ? { ...one, triage: { ...one.triage, at: moved } } : one)),
  };
}

/** The dates of a standing that an entry gave it: they move with the entry. */
function datesAfter(
  standing: ChildCaseStanding,
  wrong: WrittenRow,
  moved: string,
): Partial<ChildCaseStanding> {
  const at = { at: moved };
  const { receivedAt, strategy, proposed, confirmed, lowSince, plan, contacts } = standing;
  switch (wrong.kind) {
    case 'referral':
      return receivedAt === wrong.happened ? { receivedAt: moved } : {};
    case 'triage':
    case 'relisting':
      return decidedAfter(standing, wrong.happened, moved);
    case 'strategy-discussion':
      return strategy?.at === wrong.happened ? { strategy: { ...strategy, ...at } } : {};
    case 'assessment':
      return proposed?.at === wrong.happened ? { proposed: { ...proposed, ...at } } : {};
    case 'grade':
      return {
        ...(confirmed?.at === wrong.happened ? { confirmed: { ...confirmed, ...at } } : {}),
        ...(lowSince === wrong.happened ? { lowSince: moved } : {}),
        ...untoldAfter(standing, 'grade', wrong, moved),
      };
    case 'plan':
      return {
        ...(plan?.agreedAt === wrong.happened ? { plan: { ...plan, agreedAt: moved } } : {}),
        ...untoldAfter(standing, 'plan', wrong, moved),
      };
    case 'contact':
      return contacts?.lastAt === wrong.happened ? { contacts: movedIn(contacts, moved) } : {};
    default:
      return {};
  }
}

/** Harm as the case has it once an assessment says less: what another assessment that stands says is not taken away. */
function harmAfter({ payload, record, facts }: Ctx<CorrectRecordPayload>, wrong: WrittenRow) {
  const { correctedHarm } = payload;
  if (!correctedHarm) return null;
  const harm = harmCorrected(harmFound(wrong), correctedHarm);
  const not = wrongRows(facts.written);
  const assessments = facts.written
    .filter(({ id, kind }) => kind === 'assessment' && !not.has(id))
    .map((row) => (row.id === wrong.id ? { body: { harm } } : row));
  const kinds = correctedHarm.map(({ kind }) => kind);
  return { found: harm, standing: harmBy(record.standing.harm, kinds, assessments) };
}

/** Kinds of entry that answer what was left as not known. */
const answering = ['assessment', 'finding'];

/** The entry stays, marked wrong, beside its replacement; clocks and dates recompute, and the replacement says which. */
export const correctionRecorders = {
  recordCorrection: (context: Ctx<CorrectRecordPayload>): Effect[] => {
    const { payload, record, facts, actor } = context;
    const wrong = facts.written.find((row) => row.id === payload.rowId);
    if (!wrong) return [];
    const { standing } = record;
    const moved = payload.correctedHappened;
    const rules = startedBy[wrong.kind] ?? [];
    const fixed = standing.lastDecision?.nextReview ? 'panel-review' : null;
    const clocks = standing.clocks.filter(
      ({ rule, start }) => moved && rules.includes(rule) && start === wrong.happened && rule !== fixed,
    );
    const correction = {
      reason: payload.reason,
      by: actor.name,
      ...(moved ? { happened: moved, recomputed: clocks.map((clock) => clock.rule) } : {}),
      ...(payload.correctedHarm ? { harm: payload.correctedHarm } : {}),
    };
    const harm = harmAfter(context, wrong);
    const asMoved = { id: context.commandId, replaces: wrong.id, happened: moved ?? wrong.happened };
    return [
      {
        do: 'write',
        kind: wrong.kind,
        class: wrong.class,
        replaces: wrong.id,
        happened: moved ?? wrong.happened,
        body: { ...wrong.body, ...payload.corrected, ...(harm ? { harm: harm.found } : {}), correction },
      },
      ...(harm ? [{ do: 'set', patch: { harm: harm.standing } } as const] : []),
      ...(moved ? [{ do: 'set', patch: datesAfter(standing, wrong, moved) } as const] : []),
      ...clocks.flatMap((clock) => restart(clock, moved as string, standing)),
      ...(moved && answering.includes(wrong.kind)
        ? followsFindings(context, [{ ...wrong, ...asMoved }, ...facts.written])
        : []),
    ];
  },
};

function restart({ rule, who }: RunningClock, start: string, standing: ChildCaseStanding): Effect[] {
  const ruling = rulingGrade(standing);
  const grade = rule === 'reassessment' && ruling === 'none' ? 'low' : ruling;
  const raised = isRaised(standing) || standing.danger !== null;
  return [
    { do: 'end', rule, reason: 'The entry that started it was corrected' },
    { do: 'start', rule, who, start, grade, raised },
  ];
}

/** Fields that a correction leaves alone: who wrote it, what it names, and the codes that the case acted on. */
const fixedFields = new Set([
  ...['by', 'recordedBy', 'reference', 'outcome', 'grade', 'proposed', 'proposal', 'decision', 'of', 'kind'],
  ...['basis', 'instrument', 'learningDisability', 'policeView', 'from', 'code', 'closureReason'],
  ...[
    'with',
    'alone',
    'answered',
    'question',
    'category',
    'checkBy',
    'expected',
    'ownerName',
    'workerName',
    'was',
    'dropped',
  ],
]);

/** Kinds of entry whose reason is a code. */
const codedReasons = new Set(['closure', 'closure-proposal', 'suspension', 'resumption']);

function fieldFault(wrong: WrittenRow, field: string): Fault[] {
  const pointer = `/corrected/${field}`;
  if (typeof (wrong.body as { [key: string]: unknown })[field] !== 'string')
    return [{ pointer, code: 'noSuchField', detail: `The entry has no text named ${field}.` }];
  const coded = fixedFields.has(field) || (codedReasons.has(wrong.kind) && field === 'reason');
  if (!coded && !field.endsWith('Id')) return [];
  return [
    {
      pointer,
      code: 'fixedField',
      detail: `The case acted on ${field}: give the command again that sets it right.`,
    },
  ];
}

/** Certainty of harm falls only so: by a manager, in the assessment that said it, kind by kind. */
function harmFaults(context: Ctx<CorrectRecordPayload>, wrong: WrittenRow): Fault[] {
  const { payload } = context;
  if (!payload.correctedHarm) return [];
  if (!managesEntries(context))
    return [
      {
        pointer: '/correctedHarm',
        code: 'managersOwn',
        detail: 'How certain harm is falls by the correction of a manager of the team that holds the case.',
      },
    ];
  const found = wrong.kind === 'assessment' ? harmFound(wrong) : [];
  return payload.correctedHarm.flatMap(({ kind, certainty }, index) => {
    const said = found.find((line) => line.kind === kind);
    const pointer = `/correctedHarm/${index}/certainty`;
    if (!said) return [{ pointer, code: 'noSuchHarm', detail: 'The entry is no assessment that says so.' }];
    if (sureness(certainty) < sureness(said.certainty)) return [];
    const detail = 'The assessment said no more than that. To say that harm is more certain, assess again.';
    return [{ pointer, code: 'notLess', detail }];
  });
}

/** Whose words these are: whoever wrote them or a manager sets them right; a caution that people heed is never reworded. */
function whoseFault(context: Ctx<CorrectRecordPayload>, wrong: WrittenRow): Refused {
  if (wrong.kind === 'contact-caution' || wrong.kind === 'caution-to-heed')
    return {
      code: 'setAnew',
      detail: 'A contact caution is not reworded: a manager releases it, and sets it anew as it is right.',
    };
  return authorFault(context, wrong);
}

/** A correction names an entry of this case, texts that it has, and a time that is not in the future. */
export function correctionFaults(context: Ctx<CorrectRecordPayload>): Fault[] {
  const { payload, facts, at } = context;
  const wrong = facts.written.find((row) => row.id === payload.rowId);
  if (!wrong) return [{ pointer: '/rowId', code: 'noSuchEntry', detail: 'The entry is not on this record.' }];
  const refused = whoseFault(context, wrong);
  if (refused) return [{ pointer: '/rowId', ...refused }];
  const faults: Fault[] = Object.keys(payload.corrected).flatMap((field) => fieldFault(wrong, field));
  faults.push(...harmFaults(context, wrong));
  if (wrongRows(facts.written).has(wrong.id))
    faults.push({
      pointer: '/rowId',
      code: 'alreadyCorrected',
      detail: 'This entry was corrected before: correct its replacement.',
    });
  if (payload.correctedHappened && payload.correctedHappened > at)
    faults.push({
      pointer: '/correctedHappened',
      code: 'future',
      detail: 'An event cannot lie in the future.',
    });
  if (
    Object.keys(payload.corrected).length === 0 &&
    !payload.correctedHappened &&
    !payload.correctedHarm?.length
  )
    faults.push({ pointer: '/corrected', code: 'nothing', detail: 'Say what is corrected.' });
  return faults;
}
