import type { ChildDescription } from '../child-cases/payloads.js';
import { childName, unidentified } from '../child-cases/record-referral.js';
import {
  type RecordBreachDecisionPayload,
  type Taking,
  type WithdrawEntryPayload,
  withdrawalRecordersOf,
} from '../child-cases/record-withdrawal.js';
import { breachDecision, type Refused, withdrawnEntryFaults } from '../child-cases/withdrawal-faults.js';
import { chainOf } from '../child-cases/withdrawn-entry.js';
import type { Context, Fault, StoredRecord, WrittenRow } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { caseMoved, wrongRows } from '../wrong-rows.js';
import type { RecordAboutMePayload, RecordStatusLinePayload } from './about.js';
import { carersFrom, parentsWith } from './carers.js';
import { ownTerms } from './joining.js';
import { moveSteps } from './joining-steps.js';
import { type ChildStanding, childStatusOf, type RecordStatusPayload } from './standing.js';
import { toldNhsNumber } from './told-nhs-number.js';

type Ctx<P extends object = object> = Context<ChildStanding, P>;

/** What an identity says: as the child was put on the books, or as he or she was named afterwards. */
type Identity = ChildDescription & { as?: 'named' | 'known'; child?: ChildDescription };

const bodies = <B>(rows: readonly WrittenRow[], kind: string): B[] =>
  rows
    .filter((row) => row.kind === kind)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ body }) => body as B);

function identityBy(rows: readonly WrittenRow[]): Partial<ChildStanding> {
  const last = bodies<Identity>(rows, 'identity').at(-1);
  const said = last?.child ?? last ?? {};
  const called = bodies<RecordAboutMePayload>(rows, 'about-me').flatMap((one) => one.chosenName ?? []);
  return {
    name: childName(said),
    chosenName: called.at(-1) ?? said.chosenName ?? null,
    birthDate: said.birthDate ?? null,
    sex: said.sex ?? null,
    nhsNumber: toldNhsNumber(said).nhsNumber ?? null,
    identified: childName(said) !== unidentified,
  };
}

/** What the entries of one kind make of the standing; nothing where the standing keeps nothing of that kind. */
function standingBy(
  { lines, parents = [] }: ChildStanding,
  { kind, body }: WrittenRow,
  rows: readonly WrittenRow[],
): Partial<ChildStanding> {
  if (kind === 'identity') return identityBy(rows);
  if (kind === 'about-me') return { chosenName: identityBy(rows).chosenName ?? null };
  if (kind === 'carer' || kind === 'carer-ended') {
    const { carerId } = body as { carerId?: string };
    if (!carerId) return {};
    const newest = rows
      .filter((row) => row.kind.startsWith('carer'))
      .toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return parentsWith({ parents }, carerId, carersFrom(newest).find(({ id }) => id === carerId) ?? null);
  }
  if (kind === 'status') {
    const all = bodies<RecordStatusPayload>(rows, 'status');
    const last = all.toSorted((one, other) => (one.since < other.since ? -1 : 1)).at(-1);
    return { status: last ? childStatusOf(last) : null };
  }
  if (kind !== 'status-line') return {};
  const { status } = body as RecordStatusLinePayload;
  const last = bodies<RecordStatusLinePayload>(rows, 'status-line').findLast((one) => one.status === status);
  const { [status]: _gone, ...others } = lines ?? {};
  if (!last) return { lines: others };
  const { since, until = null, next = null } = last;
  return { lines: { ...others, [status]: { since, until, next } } };
}

/** The standing is what the entries that stand make of it, and the child is found by that and no more. */
function toldBy({ record }: Ctx, about: WrittenRow, rows: readonly WrittenRow[]): Effect[] {
  const { standing } = record;
  const patch = standingBy(standing, about, rows);
  const own = (one: ChildStanding) => ownTerms(one).map(({ kind, term }) => `${kind} ${term}`);
  const after = { ...standing, ...patch };
  const [had, has] = [own(standing), own(after)];
  return [
    { do: 'set', patch },
    { do: 'lose', terms: ownTerms(standing).filter((_, index) => !has.includes(had[index] as string)) },
    { do: 'find', terms: ownTerms(after).filter((_, index) => !had.includes(has[index] as string)) },
  ];
}

const taking: Taking<ChildStanding> = {
  kept: () => ({}),
  taken: (context, wrong, chain) => {
    const not = wrongRows(context.facts.written);
    const rest = context.facts.written.filter((row) => !not.has(row.id) && !chain.includes(row));
    return toldBy(context, wrong, rest);
  },
  givenBack: (context, { rowId }) => {
    const { written } = context.facts;
    const right = written.find(({ id }) => id === rowId);
    if (!right) return [];
    const not = wrongRows(written);
    return toldBy(context, right, [...written.filter((row) => !not.has(row.id)), right]);
  },
};

/** The recorders of withdrawing what was written on the wrong child’s own record, and of what is decided about it. */
export const withdrawingRecorders = withdrawalRecordersOf(taking);

/** What a child’s own record says of the child; what tells of joining is taken back by its own commands. */
const withdrawable = new Set(['about-me', 'carer', 'carer-ended', 'status-line', 'status', 'identity']);

const managing = ['manager', 'senior', 'coordinator', 'information-governance'];

function refused({ actor, facts }: Ctx, wrong: WrittenRow): Refused {
  const isJoined = wrong.kind === 'identity' && (wrong.body as Identity).as === 'known';
  if (!withdrawable.has(wrong.kind) || isJoined)
    return {
      code: 'ownWay',
      detail: 'Records that were joined are taken apart: this entry is taken back by that.',
    };
  if (actor.roles.some((role) => managing.includes(role))) return null;
  if (wrong.kind === 'identity')
    return {
      code: 'managersOwn',
      detail: 'Who the child is, is withdrawn by a manager, the coordinator or information governance.',
    };
  const own = chainOf(facts.written, wrong).some(
    ({ authorId }) => actor.userId !== null && authorId === actor.userId,
  );
  if (own) return null;
  return {
    code: 'notAuthor',
    detail:
      'Somebody else wrote this entry: whoever wrote it, a manager, the coordinator or information governance withdraws it.',
  };
}

/** A case that was moved is shown again by moving it back. */
function movedBack(context: Ctx<RecordBreachDecisionPayload>): Fault[] {
  const { payload, record } = context;
  const entry = record.standing.withdrawn?.find(({ rowId }) => rowId === payload.rowId);
  if (entry?.kind !== caseMoved || payload.finding !== 'no-breach-restore') return [];
  if (record.standing.cases.includes(entry.rowId)) return [];
  return [
    {
      pointer: '/finding',
      code: 'moveBack',
      detail:
        'The case hangs under the other child: move it back first, then record that there was no breach.',
    },
  ];
}

/** The payload rules of both commands on a child’s own record. */
export const withdrawingFaults = {
  withdrawnEntry: (context: Ctx<WithdrawEntryPayload>): Fault[] =>
    withdrawnEntryFaults(context, (wrong) => refused(context, wrong)),
  breachDecision: (context: Ctx<RecordBreachDecisionPayload>): Fault[] => [
    ...breachDecision(context as never),
    ...movedBack(context),
  ],
};

/** What hangs under the child learns another name or birth date, where the entry had given it. */
export function retoldSteps({ record, locked }: Ctx): Step[] {
  const before = locked.find(({ id }) => id === record.id) as StoredRecord<ChildStanding> | undefined;
  const { name, birthDate } = record.standing;
  const same = before?.standing.name === name && before.standing.birthDate === birthDate;
  return same ? [] : moveSteps(locked, record.id, record);
}
