import { lowersWhatRules } from '../child-cases/closing-grade.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Context, Fault } from '../model.js';
import { gradeDrop } from '../profile/grade.js';
import { attendanceIn, countedPresent, isQuorum, kindsOf } from '../sittings/attendance.js';
import { speaksAsChair } from '../sittings/office.js';
import type { AttendanceEntry } from '../sittings/standing.js';
import { wrongRows } from '../wrong-rows.js';
import { chairFor } from './chair-for.js';
import type { FixedByDecision } from './decision-words.js';
import { sittingOf } from './sitting-of.js';
import type { AgendaItemStanding, RecordPanelDecisionPayload } from './standing.js';

type Ctx = Pick<
  Context<AgendaItemStanding, RecordPanelDecisionPayload>,
  'record' | 'facts' | 'profile' | 'payload' | 'locked' | 'actor'
>;

/** Who was there when a decision was taken, and whether they were a quorum; where not, why the chair went on. */
export interface QuorumOfDecision {
  quorate: boolean;
  /** Kinds of agency that count. */
  present: string[];
  who: Pick<AttendanceEntry, 'name' | 'agency' | 'as'>[];
  inquorateReason: string | null;
  /** Who gave that reason: the chair, at the start or with the decision. Absent in older entries. */
  reasonFrom?: ReasonFrom;
}

/** Who said why it goes on without a quorum, whether as the chair, and when; and who wrote it down for the chair. */
export interface ReasonFrom {
  name: string;
  /** False in older entries alone: nobody but the chair may decide it. */
  chair: boolean;
  at: 'start' | 'decision';
  recordedBy?: string;
}

/** What an item learns where the attendance at its decision was set right. */
export interface QuorumNews {
  quorum: Omit<QuorumOfDecision, 'inquorateReason' | 'reasonFrom'>;
  reason: string;
}

/**
 * The quorum of one decision: of those who are there now, as attendance was recorded last, without whoever came for other
 * items alone or has withdrawn from this one.
 */
export function quorumFor(context: Ctx): QuorumOfDecision {
  const { record, facts, profile, locked } = context;
  const list = attendanceIn(facts.written.filter((row) => row.record.kind === 'sitting'));
  const here = countedPresent(list, { itemId: record.id, without: record.standing.access?.without ?? [] });
  const present = kindsOf(here);
  const quorate = isQuorum(present, profile, sittingOf({ locked })?.standing.quorum);
  return {
    quorate,
    present,
    who: here.map(({ name, agency, as }) => ({ name, agency, as })),
    ...(quorate ? { inquorateReason: null } : reasonFor(context)),
  };
}

/**
 * Who chairs while the item is heard, by name, null where that chair has withdrawn from it; and whether a chair records
 * the decision.
 */
function chairOf({ locked, actor, record }: Ctx): { name: string | null; records: boolean } {
  const sitting = sittingOf({ locked, record });
  const records = sitting !== undefined && speaksAsChair(actor, sitting);
  if (records) return { name: actor.name, records };
  return { name: sitting ? chairFor(sitting, record) : '', records };
}

/**
 * Why it is decided without them: as the chair says with the decision, else as the chair said at the start; no reason of a
 * chair who has withdrawn from the item.
 */
function reasonFor(context: Ctx): Pick<QuorumOfDecision, 'inquorateReason' | 'reasonFrom'> {
  const { payload, locked, actor, record } = context;
  const { name, records } = chairOf(context);
  if (payload.inquorateReason && name !== null) {
    return {
      inquorateReason: payload.inquorateReason,
      reasonFrom: { name, chair: true, at: 'decision', ...(records ? {} : { recordedBy: actor.name }) },
    };
  }
  const sitting = sittingOf({ locked, record });
  const isHere = sitting !== undefined && chairFor(sitting, record) !== null;
  const { inquorateReason = null, inquorateBy } = isHere ? sitting.standing : {};
  return {
    inquorateReason,
    ...(inquorateReason && inquorateBy
      ? { reasonFrom: { name: inquorateBy, chair: true, at: 'start' } }
      : {}),
  };
}

/** What is decided in quorum alone, whatever it sets. */
const needQuorum: readonly string[] = ['step-down', 'remove', 'close'];

/** Whether it may be decided in quorum alone: what lowers, removes or closes, a new grade below the one that rules among them. */
export function asksQuorum({ payload, locked, record }: Pick<Ctx, 'payload' | 'locked' | 'record'>): boolean {
  const about = locked.find(({ id }) => id === record.standing.caseId);
  if (needQuorum.includes(payload.decision)) return true;
  if (about?.kind !== 'childCase' || !payload.grade) return false;
  return lowersWhatRules(about.standing as ChildCaseStanding, payload.grade);
}

/**
 * Whether the decision that stands was one of these; an item from before this was kept tells by the kind of its decision,
 * and by the grades between which its entry, among the rows that were written on it, says that it was.
 */
export function askedQuorum({ record, facts }: Pick<Ctx, 'record' | 'facts'>): boolean {
  const { decision } = record.standing;
  if (!decision) return false;
  if (decision.needsQuorum || needQuorum.includes(decision.decision)) return true;
  const wrong = wrongRows(facts.written);
  const row = facts.written.find(
    ({ id, kind, record: on }) => kind === 'decision' && on.id === record.id && !wrong.has(id),
  );
  const { grade, gradeBefore } = (row?.body ?? {}) as FixedByDecision;
  return Boolean(grade && gradeBefore && gradeDrop(gradeBefore, grade) > 0);
}

/** Nobody goes on without a quorum but the chair: whoever else writes the reason down says that the chair decided it. */
function notTheChairs(context: Ctx): Fault[] {
  const { name, records } = chairOf(context);
  if (!context.payload.inquorateReason || records || context.payload.chairDecided) return [];
  return [
    {
      pointer: '/chairDecided',
      code: 'asked',
      detail: `Only the chair goes on without a quorum: say that the chair, ${name}, decided it, or leave the item for the next sitting.`,
    },
  ];
}

/**
 * What is not decided without a quorum, and that the chair says why it goes on where the quorum is lost in session: the
 * chair may proceed with a reason, and nobody else (domain 6, attendance).
 */
export function quorumFaults(context: Ctx): Fault[] {
  const { quorate, inquorateReason } = quorumFor(context);
  if (quorate) return [];
  if (needQuorum.includes(context.payload.decision))
    return [
      {
        pointer: '/decision',
        code: 'inquorate',
        detail: 'An inquorate sitting cannot step down, remove or close.',
      },
    ];
  if (inquorateReason) return notTheChairs(context);
  const { name } = chairOf(context);
  const detail =
    name === null
      ? 'The agencies of the quorum are not all here for this item: a chair or deputy who is here for it records why it is decided without them, or it is left for the next sitting.'
      : 'The agencies of the quorum are not all here for this item: the chair says why it is decided without them, or leaves it for the next sitting.';
  return [{ pointer: '/inquorateReason', code: 'asked', detail }];
}
