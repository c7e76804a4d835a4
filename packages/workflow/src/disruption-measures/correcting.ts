import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, WrittenRow } from '../model.js';
import type { Effect } from '../topic.js';
import { wrongRows } from '../wrong-rows.js';
import { lastDayOf, lifeClocks } from './lapse.js';
import type { CorrectEntryPayload, EndMeasurePayload } from './payloads.js';
import { codeOf, type MeasureStanding } from './standing.js';

type Ctx<P extends object> = Context<MeasureStanding, P>;

const breach = 'measure-breach';

/** The field of each kind of entry that its words stand in; a kind without one is not set right by hand. */
const wordsOf: { [kind: string]: string } = {
  'measure-considered': 'why',
  'measure-applied': 'words',
  'measure-granted': 'conditions',
  'measure-served': 'how',
  'measure-varied': 'conditions',
  [breach]: 'what',
  'measure-review': 'words',
  'measure-discharged': 'reason',
  'measure-refused': 'reason',
  'measure-not-pursued': 'reason',
  'measure-owner': 'reason',
};

const dating = ['measure-granted', 'measure-served', 'measure-varied'];

/** The words that a service notice is known by are what it asks; an order has them from the court. */
function fieldOf({ kind, body }: Pick<WrittenRow, 'kind' | 'body'>): string {
  return kind === 'measure-served' && 'conditions' in body ? 'conditions' : (wordsOf[kind] as string);
}

const rowOf = ({ facts, payload }: Ctx<CorrectEntryPayload>): WrittenRow | undefined =>
  facts.written.find(({ id }) => id === payload.rowId) as WrittenRow | undefined;

const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }];

/** Whether the last entry that said until when is the one that is set right: an older one no longer rules. */
function isLastDating({ facts }: Ctx<CorrectEntryPayload>, row: WrittenRow): boolean {
  const wrong = wrongRows(facts.written);
  const last = facts.written
    .filter(({ id, kind }) => dating.includes(kind) && !wrong.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  return last?.id === row.id;
}

/** An entry of this measure that stands, what is right in it, and no last day where none is told. */
export function entryFaults(context: Ctx<CorrectEntryPayload>): Fault[] {
  const { payload, facts, record, profile } = context;
  const row = rowOf(context);
  if (!row || !(row.kind in wordsOf)) return fault('/rowId', 'noEntry', 'Choose an entry of this measure.');
  if (wrongRows(facts.written).has(row.id))
    return fault('/rowId', 'corrected', 'A later entry stands in its place: correct that one.');
  const { words, lastDay } = payload;
  if (!words && !lastDay && row.kind !== breach)
    return fault('/words', 'asked', 'Write what is right. Only a breach can be taken back without words.');
  if (!lastDay) return [];
  const rules = dating.includes(row.kind) && isLastDating(context, row) && record.state === 'inForce';
  if (!rules)
    return fault(
      '/lastDay',
      'notDating',
      'The last day follows from the latest grant, service or variation alone.',
    );
  return lastDay < localDate(row.happened, profile.timeZone)
    ? fault('/lastDay', 'order', 'The last day lies on or after the day on which it began.')
    : [];
}

function withoutBreach(standing: MeasureStanding, day: string): string[] {
  const at = standing.breaches.indexOf(day);
  return standing.breaches.filter((_, index) => index !== at);
}

export const correctingRecorders = {
  /** The entry stays, marked wrong, with what is right in its place; a breach that never was counts no more. */
  recordCorrection: (context: Ctx<CorrectEntryPayload>): Effect[] => {
    const { payload, record, profile, actor } = context;
    const { standing } = record;
    const row = rowOf(context);
    if (!row) return [];
    const { words, lastDay, reason } = payload;
    const taken = row.kind === breach && !words;
    const expiresOn = lastDay ? lastDayOf(lastDay, standing.cawn) : standing.expiresOn;
    const breaches = taken
      ? withoutBreach(standing, localDate(row.happened, profile.timeZone))
      : standing.breaches;
    return [
      {
        do: 'write',
        kind: row.kind,
        class: row.class,
        replaces: row.id,
        happened: row.happened,
        body: {
          ...row.body,
          ...(words ? { [fieldOf(row)]: words } : {}),
          ...(lastDay ? { lastDay } : {}),
          ...(taken ? { takenBack: true } : {}),
          correction: { reason, by: actor.name },
        },
      },
      { do: 'set', patch: { expiresOn, breaches } },
      ...(expiresOn === standing.expiresOn
        ? []
        : lifeClocks(context, { ...standing, expiresOn }, 'The last day was set right')),
    ];
  },
  /** The measure never was: what was recorded stays to be read, marked so, and counts for nobody. */
  recordWithdrawal: ({ payload, actor, happened, profile }: Ctx<EndMeasurePayload>): Effect[] => [
    { do: 'write', kind: 'measure-withdrawn', class: 'case', body: { ...payload, by: actor.name } },
    {
      do: 'set',
      patch: {
        breaches: [],
        ended: { how: 'recorded-in-error', on: localDate(happened, profile.timeZone), because: null },
      },
    },
    { do: 'endAll', reason: 'It was recorded in error' },
  ],
};

/** What those who protect a child are told of an entry that was set right: its last day, and what it asks. */
export function newsOfCorrection({ payload, record, facts }: Ctx<CorrectEntryPayload>): {
  expiresOn: string | null;
  conditions?: string;
} {
  const row = facts.written.find(({ id }) => id === payload.rowId);
  const asks = row && (codeOf(record.standing).via === 'notice' || row.kind !== 'measure-served');
  const told = asks && dating.includes(row.kind) && payload.words;
  return { expiresOn: record.standing.expiresOn, ...(told ? { conditions: payload.words as string } : {}) };
}
