import type { AgendaItemStanding } from '../agenda-items/standing.js';
import type { Context, Fault, Missing, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type { IssueLettersPayload, SittingStanding } from './standing.js';

type Ctx = Context<SittingStanding, IssueLettersPayload>;

const isClosed = ({ standing }: StoredRecord): boolean => Boolean(standing.access?.closed);

/**
 * Whether a sitting gave actions on any of these items. Items of restricted cases count for nothing: the clock of the
 * letters is read by all who read the sitting, and would tell that there is one.
 */
export function gaveActions(records: readonly StoredRecord[]): boolean {
  const closed = new Set(records.filter(isClosed).map(({ id }) => id));
  return records.some(
    (one) =>
      one.kind === 'agendaItem' &&
      !closed.has(one.id) &&
      !closed.has(one.subjectId ?? '') &&
      ((one.standing as AgendaItemStanding).decision?.actions ?? 0) > 0,
  );
}

/**
 * Letters are there once something is decided on a case: whether a decision gave actions about those who harm, down to
 * their number, stands apart from what the sitting reads, so the letters themselves find out whom they have to write to.
 */
export function hasDecidedOnCase({ facts }: GuardContext<SittingStanding>): Missing[] {
  const decided = facts.related.some(
    ({ kind, standing }) => kind === 'agendaItem' && (standing as AgendaItemStanding).decision !== null,
  );
  return decided
    ? []
    : missing('actions', 'The sitting decided on no case: there is nothing to write of.', 'the sitting');
}

/** The most who have a letter of one sitting without a seat: the standing keeps them. */
export const addresseesNamed = 30;

/** Everybody who has or is sent a letter and has no seat. */
function addressed({ payload, record }: Pick<Ctx, 'payload' | 'record'>): string[] {
  return [...new Set([...(record.standing.addressees ?? []), ...(payload.unseated ?? [])])];
}

/** Payload rules of letters: each goes to somebody with an account, and not to more without a seat than are kept. */
export function letterFaults(context: Ctx): Fault[] {
  const { payload, facts } = context;
  const tooMany =
    addressed(context).length > addresseesNamed
      ? [
          {
            pointer: '/recipients',
            code: 'tooMany',
            detail: `Of one sitting at most ${addresseesNamed} people without a seat have a letter.`,
          },
        ]
      : [];
  const unknown = payload.recipients.flatMap((id, index) =>
    findPerson(facts, id)
      ? []
      : [
          {
            pointer: `/recipients/${index}`,
            code: 'noPerson',
            detail: 'A letter goes to somebody with an account.',
          },
        ],
  );
  return [...unknown, ...tooMany];
}

/** Why the clock of the letters ended though not every agency has one: which, where the whole sitting heard that it has an action. */
function noLetter(agencies: readonly string[]): string {
  const named = agencies.length > 0 ? agencies.slice(0, 6).join(', ') : 'an agency that was given an action';
  return `No letter: at ${named} nobody has a part in the sitting or an account to answer for it`;
}

/**
 * What is kept of letters that go out. Actions are out once every agency that has one has its letter, whoever issues
 * them: `complete`, as it was found out when they were issued. Where the rest cannot have one, the clock ends with that
 * as its reason, and not as met. Whoever has one without a seat reads from then on that the sitting was held.
 */
export function recordLetters(context: Ctx): Effect[] {
  const { payload, actor } = context;
  const { recipients, concerned, complete, unreached, unseated = [] } = payload;
  return [
    { do: 'write', kind: 'letters', class: 'safety', body: { recipients, by: actor.name } },
    ...(unseated.length > 0 ? [{ do: 'set', patch: { addressees: addressed(context) } } as const] : []),
    ...(complete ? [{ do: 'end', rule: 'actions-out' } as const] : []),
    ...(unreached ? [{ do: 'end', rule: 'actions-out', reason: noLetter(unreached) } as const] : []),
    ...(concerned ?? recipients).map(
      (id) => ({ do: 'send', kind: 'letter-issued', principal: `user:${id}` }) as const,
    ),
  ];
}
