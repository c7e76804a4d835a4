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

/** Letters are there once actions are; of items that whoever asks does not see nothing is told. */
export function hasActionsGiven({ facts }: GuardContext<SittingStanding>): Missing[] {
  const given = facts.related.some(
    ({ kind, standing }) =>
      kind === 'agendaItem' && ((standing as AgendaItemStanding).decision?.actions ?? 0) > 0,
  );
  return given
    ? []
    : missing('actions', 'The sitting gave no action: there is nothing to write of.', 'the sitting');
}

/** Payload rules of letters: each goes to somebody with an account. */
export function letterFaults({ payload, facts }: Ctx): Fault[] {
  return payload.recipients.flatMap((id, index) =>
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
}

/**
 * What is kept of letters that go out. Actions are out once every agency that the issuer knows to have one has its
 * letter: `complete`, as it was found out when they were issued.
 */
export function recordLetters({ payload, actor }: Ctx): Effect[] {
  const { recipients, concerned, complete } = payload;
  return [
    { do: 'write', kind: 'letters', class: 'safety', body: { recipients, by: actor.name } },
    ...(complete ? [{ do: 'end', rule: 'actions-out' } as const] : []),
    ...(concerned ?? recipients).map(
      (id) => ({ do: 'send', kind: 'letter-issued', principal: `user:${id}` }) as const,
    ),
  ];
}
