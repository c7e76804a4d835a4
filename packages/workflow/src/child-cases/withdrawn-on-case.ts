import type { Context, RecordKind, StoredRecord, WrittenRow } from '../model.js';
import { shortened } from '../shortened.js';
import type { Effect, Step } from '../topic.js';
import { restoration, withdrawal } from '../wrong-rows.js';
import type { RecordBreachDecisionPayload, WithdrawEntryPayload } from './record-withdrawal.js';
import type { ChildCaseStanding } from './standing.js';
import { chainOf } from './withdrawn-entry.js';

type Ctx<P extends object> = Context<ChildCaseStanding, P>;

/** Kinds of record on a case whose entries are withdrawn with the case’s own: by the same command, decided about in the same hours. */
export const withEntries = [
  'planAction',
  'informationRequest',
  'challenge',
  'notice',
] as const satisfies RecordKind[];

/** What a record on a case learns of its entries: which went or came back, and what they said. */
export interface EntriesNews {
  rows: Pick<WrittenRow, 'id' | 'kind' | 'class' | 'body'>[];
  /** Whether a later entry of the kind stands in the record: then the words in its standing are not theirs. */
  overtaken: boolean;
  /** How it came about, and who withdrew; absent where they come back. */
  reason?: string;
}

const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? shortened(value, most) : '';

/** What of the words of an entry stands in the standing of its record, for lists. */
const inStanding: { [kind: string]: (body: { [field: string]: unknown }) => object } = {
  action: ({ what, outcome, aim }) => ({
    what: text(what, 300),
    outcome: text(outcome, 240) || null,
    aim: text(aim, 120) || null,
  }),
  'information-request': ({ question, purpose }) => ({
    question: text(question, 160),
    purpose: text(purpose, 160),
  }),
  challenge: ({ words }) => ({ words: text(words, 160) }),
};

/** Whether a record stands on an entry of this kind: it is withdrawn once the record is done with. */
const isFounding = ({ kind }: Pick<WrittenRow, 'kind'>): boolean => kind in inStanding || kind === 'notice';

/** In which states a record is done with, so that nobody acts any longer on what it stands on. */
const doneIn: { [kind in (typeof withEntries)[number]]: readonly string[] } = {
  planAction: ['ended'],
  informationRequest: ['answered', 'withdrawn'],
  challenge: ['resolved', 'withdrawn'],
  notice: ['notNeeded', 'sent', 'answered'],
};

/** Whether a later entry of the kind stands on the same record. */
const isOvertaken = (written: readonly WrittenRow[], { id, kind, record }: WrittenRow): boolean =>
  written.some((row) => row.record.id === record.id && row.kind === kind && row.id > id);

/** Why an entry that a record on the case stands on is not withdrawn yet; null where it may be. */
export function foundingFault(
  { facts, locked }: Pick<Ctx<object>, 'facts' | 'locked'>,
  wrong: WrittenRow,
): { code: string; detail: string } | null {
  const hung = locked.find(({ id }) => id === wrong.record.id);
  const done = doneIn[wrong.record.kind as (typeof withEntries)[number]]?.includes(String(hung?.state));
  if (!isFounding(wrong) || isOvertaken(facts.written, wrong) || done !== false) return null;
  return {
    code: 'stillOpen',
    detail:
      'This is still to be done or answered: end or withdraw it first, so that nobody acts on it, then withdraw the entry.',
  };
}

const rowOf = ({ id, kind, class: of, body }: WrittenRow) => ({ id, kind, class: of, body });

/** The record on the case on which an entry was written that is withdrawn learns that it went. */
export function withdrawnSteps({ payload, record, facts }: Ctx<WithdrawEntryPayload>): Step[] {
  const wrong = facts.written.find(({ id }) => id === payload.rowId);
  if (!wrong || wrong.record.id === record.id) return [];
  const rows = chainOf(facts.written, wrong).map(rowOf);
  return [
    {
      record: wrong.record,
      event: 'receive-withdrawal',
      payload: { rows, reason: payload.reason, overtaken: isOvertaken(facts.written, wrong) },
    },
  ];
}

/** And that it came back, where it was right after all. */
export function restoredSteps({ payload, record, facts, locked }: Ctx<RecordBreachDecisionPayload>): Step[] {
  if (payload.finding !== 'no-breach-restore') return [];
  const before = locked.find(({ id }) => id === record.id) as StoredRecord<ChildCaseStanding> | undefined;
  const entry = before?.standing.withdrawn?.find(({ rowId }) => rowId === payload.rowId);
  if (!entry?.on) return [];
  const ids = [entry.rowId, ...(entry.with ?? [])];
  const right = facts.written.filter(({ id }) => ids.includes(id));
  const overtaken = right[0] !== undefined && isOvertaken(facts.written, right[0]);
  const news = { rows: right.map(rowOf), overtaken };
  return [{ record: entry.on, event: 'receive-restoration', payload: news }];
}

const gone = (patch: object): object =>
  Object.fromEntries(
    Object.entries(patch).map(([field, value]) => [field, value === null ? null : 'Withdrawn']),
  );

/** The words of the standing that these entries gave it; none where a later one gave them. */
function wordsOf({ rows: [head], overtaken }: EntriesNews): object {
  return (!overtaken && head && inStanding[head.kind]?.({ ...head.body })) || {};
}

const marks = (kind: string, { rows, reason }: EntriesNews, by: string): Effect[] =>
  rows.map((row) => ({
    do: 'write',
    kind,
    class: row.class,
    replaces: row.id,
    body: { ...(reason ? { reason } : {}), by, entry: row.kind },
  }));

/** The recorders of entries that go and come back, for records on a case; the words in the standing go and come with them. */
export const entryRecorders = {
  recordEntriesGone: ({ payload, actor }: Context<never, EntriesNews>): Effect[] => [
    ...marks(withdrawal, payload, actor.name),
    { do: 'set', patch: gone(wordsOf(payload)) },
  ],
  recordEntriesBack: ({ payload, actor }: Context<never, EntriesNews>): Effect[] => [
    ...marks(restoration, payload, actor.name),
    { do: 'set', patch: wordsOf(payload) },
  ],
};

/** The events by which a record on a case learns of its entries, in every state. */
export const entriesHeld = {
  'receive-withdrawal': { actions: 'recordEntriesGone' },
  'receive-restoration': { actions: 'recordEntriesBack' },
} as const;
