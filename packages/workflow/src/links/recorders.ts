import type { ChildNews } from '../children/under-child.js';
import { dueAt, ruleDueAt } from '../clocks/due.js';
import { localDate } from '../clocks/time-zone.js';
import { readIdentifier } from '../identifiers/identifier.js';
import { identifierTerms } from '../identifiers/matching.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { childrenJoined, recordsJoined } from './access.js';
import { drawnRecorders, withdrawnEffects } from './drawn-recorders.js';
import { closedOf, closedPatch, type EndAccessNews, type EndMoved, endAccessEffects } from './end-news.js';
import { inOrder, isRecord, isRecordKind, type LinkEnd, type WrittenEnd } from './ends.js';
import { concernMessage, heldIn, newHoldersTold, tell } from './holders-told.js';
import { movedChild, movedEnd, tied } from './moving.js';
import { closedWithEnd, regradedEffects } from './regrading.js';
import type {
  AcknowledgeLinkPayload,
  GradeLinkPayload,
  LinkStanding,
  RecordLinkPayload,
  RenewLinkPayload,
  ReviewLinkPayload,
} from './standing.js';
import { isOfConcern, type WeighLinkPayload } from './weighing.js';

type Ctx<P extends object> = Context<LinkStanding, P>;

const desk = 'role:intelligence-officer';

/** An end as it is kept: an identifier in its normal form. The payload rules have seen that it can be read. */
function endOf(end: WrittenEnd, today: string): LinkEnd {
  const { kind, id = '', text = '', platform } = end;
  if (isRecordKind(kind)) return { kind, id };
  const read = readIdentifier({ kind, text, ...(platform ? { platform } : {}) }, today);
  if ('fault' in read) throw new Error(`An end that cannot be read was let through: ${read.fault}`);
  return read.identifier;
}

const write = (kind: string, body: object): Effect => ({ do: 'write', kind, class: 'case', body });

/** The clocks of a review: when it is due, and when a link that nobody reviewed fades. */
function toReview({ profile, happened }: Ctx<object>, reviewBy?: string): Effect[] {
  const rule = profile.clocks['link-review'];
  const due = reviewBy
    ? dueAt(0, 'calendarDays', `${reviewBy}T12:00:00.000Z`, profile)
    : ruleDueAt(rule, happened, profile);
  return [
    { do: 'start', rule: 'link-review', who: desk, again: true, ...(reviewBy ? { due: reviewBy } : {}) },
    ...(due ? [{ do: 'start', rule: 'link-fading', who: desk, again: true, start: due } as const] : []),
  ];
}

export const recorders = {
  ...drawnRecorders,
  recordLink: (context: Ctx<RecordLinkPayload>): Effect[] => {
    const { payload, locked, profile, at, happened, actor } = context;
    const today = localDate(at, profile.timeZone);
    const [from, to] = inOrder([endOf(payload.from, today), endOf(payload.to, today)]);
    const { told, words, reviewBy, grade, sourceRecord = null, source, kind, firstOn } = payload;
    const ends = { from, to, firstOn, lastOn: payload.lastOn ?? firstOn };
    return [
      {
        do: 'set',
        patch: {
          ...{ kind, source, sourceRecord, ...ends },
          grade: grade ?? null,
          told: Boolean(told),
          recorded: { by: actor.userId, agencyId: actor.agencyId, at: happened },
          held: heldIn(locked, ends),
          ...closedPatch(closedOf(locked, recordsJoined(ends))),
        },
      },
      write('link', { words, by: actor.name, ...(grade ? { grade } : {}) }),
      ...tell(told),
      tied(ends),
      ...(isRecord(to) ? [] : [{ do: 'find', terms: identifierTerms([to]) } as const]),
      ...(grade ? toReview(context, reviewBy) : [{ do: 'start', rule: 'link-grading', who: desk } as const]),
    ];
  },
  recordGrade: (context: Ctx<GradeLinkPayload>): Effect[] => {
    const { payload, actor, record } = context;
    const { grade, told, reasons, reviewBy } = payload;
    const after = { ...record.standing, grade, told: record.standing.told || Boolean(told) };
    return [
      write('link-grade', { grade, reasons, by: actor.name }),
      ...tell(told),
      { do: 'set', patch: { grade, told: after.told } },
      // What is closed of it counts for nobody else: it is weighed again.
      tied(after),
      { do: 'end', rule: 'link-grading' },
      ...toReview(context, reviewBy),
      ...regradedEffects(context, after),
    ];
  },
  recordReview: (context: Ctx<ReviewLinkPayload>): Effect[] => {
    const { payload, actor, record } = context;
    const { lastOn = record.standing.lastOn, reviewBy } = payload;
    return [
      write('link-review', { ...payload, by: actor.name }),
      { do: 'set', patch: { lastOn } },
      tied({ ...record.standing, lastOn }),
      ...toReview(context, reviewBy),
    ];
  },
  recordFading: ({ payload, actor, happened }: Ctx<Partial<ReviewLinkPayload>>): Effect[] => [
    write('link-faded', {
      ...payload,
      ...(actor.kind === 'clock' ? { unreviewed: true } : { by: actor.name }),
    }),
    { do: 'set', patch: { ended: { how: 'faded', at: happened } } },
    { do: 'untie' },
    { do: 'endAll', reason: 'It has faded' },
  ],
  recordRenewal: (context: Ctx<RenewLinkPayload>): Effect[] => {
    const { payload, actor, record } = context;
    return [
      write('link-renewed', { ...payload, by: actor.name }),
      { do: 'set', patch: { lastOn: payload.lastOn, ended: null } },
      tied({ ...record.standing, lastOn: payload.lastOn }),
      ...toReview(context, payload.reviewBy),
    ];
  },
  recordWithdrawal: withdrawnEffects,
  // Between two children it says what is done for the one: those who work with the other do not read it.
  recordAcknowledgement: ({ payload, actor, record }: Ctx<AcknowledgeLinkPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'link-acknowledged',
      class: childrenJoined(record.standing).length > 1 ? 'case' : 'safety',
      body: { ...payload, by: actor.name },
    },
  ],
  recordEndAccess: (context: Ctx<EndAccessNews>): Effect[] => [
    ...endAccessEffects(context),
    ...(context.record.standing.ended ? [] : [tied(context.record.standing)]),
    ...closedWithEnd(context),
  ],
  // What was counted stands with those who were told; of the link itself only who holds its children may change.
  // Whoever is new among them hears of one of concern at its other end, as those did who held the child before.
  recordWeighing: ({ payload, record, locked, at }: Ctx<WeighLinkPayload>): Effect[] => {
    const { standing } = record;
    const { held } = payload;
    if (JSON.stringify(held) === JSON.stringify(standing.held)) return [];
    const told = { kind: concernMessage(standing), at };
    return [
      { do: 'set', patch: { held } },
      ...(isOfConcern(payload, locked) ? newHoldersTold(standing, held, told) : []),
    ];
  },
  recordChildNews: ({ payload, record }: Ctx<ChildNews>): Effect[] => movedChild(record, payload),
  recordMoved: ({ payload, record }: Ctx<EndMoved>): Effect[] => movedEnd(record, payload),
};
