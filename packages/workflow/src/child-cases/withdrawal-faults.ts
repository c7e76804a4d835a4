import type { Context, Fault, WrittenRow } from '../model.js';
import { restoration, withdrawal, wrongRows } from '../wrong-rows.js';
import type { RecordContactPayload } from './casework-payloads.js';
import type {
  RecordBreachDecisionPayload,
  WithdrawEntryPayload,
  WithWithdrawn,
} from './record-withdrawal.js';
import type { ChildCaseStanding } from './standing.js';
import { chainOf } from './withdrawn-entry.js';
import { foundingFault } from './withdrawn-on-case.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Why an entry is not withdrawn; null where it may be. */
export type Refused = Omit<Fault, 'pointer'> | null;

/** So many withdrawn entries wait at one time: a standing stays small. */
const mostWaiting = 5;

/** Kinds of entry that tell of a withdrawal, and stay. */
const ofWithdrawing = new Set([withdrawal, restoration, 'breach-decision']);

/** Kinds of entry on which the case acted: they are withdrawn once another of the kind stands in their place. */
const actedOn = new Set([
  ...['referral', 'receipt', 'triage', 'relisting', 'other-area-acknowledged', 'allocation'],
  ...['danger', 'danger-acknowledged', 'safety-action', 'strategy-discussion', 'section-47-outcome'],
  ...['conference', 'single-assessment', 'assessment', 'grade', 'plan', 'plan-disruption', 'sharing'],
  ...['sharing-disruption', 'listing', 'listing-withdrawn', 'listing-deferred', 'sitting-cancelled'],
  ...['before-panel', 'panel-decision', 'minutes-part', 'closure', 'closure-proposal', 'closure-refused'],
  ...['transfer-notice', 'transfer-asked', 'transfer-escalated', 'transfer-accepted', 'transfer-refused'],
  ...['transfer-withdrawn', 'transfer-dropped', 'suspension', 'suspension-check', 'resumption'],
  ...['restriction', 'restriction-lifted', 'personal-connection', 'connection-withdrawn'],
  ...['placement-area', 'adult-pathway', 'adult', 'continued-as-adult', 'clock-extension', 'next-check'],
]);

/** Those of a manager's own besides: nothing need stand in their place. */
function isManagersOwn({ kind, body }: WrittenRow): boolean {
  if (actedOn.has(kind) || kind === 'contact-caution' || kind === 'caution-released') return true;
  return kind === 'contact' && (body as RecordContactPayload).kind === 'supervision';
}

/**
 * Whether somebody answers for the entries of a case: a manager of the team that holds it, any manager while none does,
 * and information governance.
 */
export function managesEntries({ actor, record }: Pick<Ctx<object>, 'actor' | 'record'>): boolean {
  const { team } = record.standing;
  const isManager = actor.roles.some((role) => role === 'manager' || role === 'senior');
  return (
    actor.roles.includes('information-governance') || (isManager && (team === null || actor.teamId === team))
  );
}

/** What meets somebody who neither wrote an entry, or what it was written in place of, nor answers for it. */
export function authorFault(context: Ctx<object>, wrong: WrittenRow): Refused {
  const { actor, facts } = context;
  const own = chainOf(facts.written, wrong).some(
    ({ authorId }) => actor.userId !== null && authorId === actor.userId,
  );
  if (own || managesEntries(context)) return null;
  return {
    code: 'notAuthor',
    detail:
      'Somebody else wrote this entry: ask whoever wrote it, a manager of the team that holds the case, or information governance.',
  };
}

/** An entry is withdrawn by whoever wrote it, or by a manager; what the case acted on by a manager alone. */
function whoFault(context: Ctx<object>, wrong: WrittenRow): Refused {
  if (!isManagersOwn(wrong) || managesEntries(context)) return authorFault(context, wrong);
  return {
    code: 'managersOwn',
    detail:
      'The case acts on this entry: a manager of the team that holds the case, or information governance, withdraws it.',
  };
}

/** What was withdrawn or corrected before, and what tells of a withdrawal, is not withdrawn. */
function standsFault(written: readonly WrittenRow[], wrong: WrittenRow): Refused {
  if (wrongRows(written).has(wrong.id))
    return {
      code: 'alreadyCorrected',
      detail: 'This entry was corrected or withdrawn before: withdraw its replacement.',
    };
  return ofWithdrawing.has(wrong.kind)
    ? { code: 'stays', detail: 'What tells of a withdrawal stays on the record.' }
    : null;
}

/** What the entry itself does not allow, whoever asks. */
function entryFault({ record, facts }: Ctx<object>, wrong: WrittenRow): Refused {
  const notStanding = wrongRows(facts.written);
  const caution = (wrong.body as { id?: string }).id;
  if (wrong.kind === 'contact-caution' && record.standing.cautions?.some(({ id }) => id === caution))
    return {
      code: 'cautionStands',
      detail: 'This contact caution is in force: a manager releases it first, where that is safe.',
    };
  const inItsPlace = facts.written.some(
    (row) => row.kind === wrong.kind && row.id > wrong.id && !notStanding.has(row.id),
  );
  if (actedOn.has(wrong.kind) && !inItsPlace)
    return {
      code: 'actedOn',
      detail:
        'The case acted on this entry: first give the command again that sets it right, then withdraw this one.',
    };
  return null;
}

/** An entry of a record is withdrawn once, by whom it is for, and as long as few others wait for their decision. */
export function withdrawnEntryFaults<S extends WithWithdrawn>(
  context: Context<S, WithdrawEntryPayload>,
  refused: (wrong: WrittenRow) => Refused,
): Fault[] {
  const { payload, facts, record } = context;
  const pointer = '/rowId';
  const wrong = facts.written.find((row) => row.id === payload.rowId);
  if (!wrong) return [{ pointer, code: 'noSuchEntry', detail: 'The entry is not on this record.' }];
  const fault = standsFault(facts.written, wrong) ?? refused(wrong);
  if (fault) return [{ pointer, ...fault }];
  if ((record.standing.withdrawn ?? []).length < mostWaiting) return [];
  return [
    {
      pointer,
      code: 'most',
      detail: `${mostWaiting} withdrawn entries wait for information governance, which decides about one of them first.`,
    },
  ];
}

/** Of a case no entry is withdrawn while the case still acts on it. */
const withdrawnEntry = (context: Ctx<WithdrawEntryPayload>): Fault[] =>
  withdrawnEntryFaults(
    context,
    (wrong) => entryFault(context, wrong) ?? foundingFault(context, wrong) ?? whoFault(context, wrong),
  );

/** A decision is about an entry that waits for one; an entry that is shown again is no breach. */
export function breachDecision({
  payload,
  record,
}: Context<WithWithdrawn, RecordBreachDecisionPayload>): Fault[] {
  const waits = record.standing.withdrawn?.some(({ rowId }) => rowId === payload.rowId);
  const restores = payload.finding === 'no-breach-restore';
  return [
    ...(waits
      ? []
      : [{ pointer: '/rowId', code: 'notWaiting', detail: 'This entry waits for no decision.' }]),
    ...(restores && payload.reported === 'yes'
      ? [
          {
            pointer: '/reported',
            code: 'noBreach',
            detail: 'An entry that was right is no breach to report.',
          },
        ]
      : []),
    ...(restores && payload.told?.length
      ? [
          {
            pointer: '/told',
            code: 'noBreach',
            detail: 'Nobody gives back a copy of an entry that was right.',
          },
        ]
      : []),
  ];
}

/** The payload rules of withdrawing an entry and of what is decided about it. */
export const withdrawalFaults = { withdrawnEntry, breachDecision };
