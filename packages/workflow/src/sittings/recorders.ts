import type { AgendaItemStanding } from '../agenda-items/standing.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, Missing, StoredRecord } from '../model.js';
import { findPerson } from '../person-named.js';
import { type Effect, type GuardContext, missing } from '../topic.js';
import type {
  AddItemPayload,
  CancelSittingPayload,
  ChangeMinutesPayload,
  IssuePapersPayload,
  MinuteSection,
  OrderItemsPayload,
  RecordAttendancePayload,
  ScheduleSittingPayload,
  SittingStanding,
  StartSittingPayload,
} from './standing.js';

type Ctx<P extends object> = Context<SittingStanding, P>;
type Guard = GuardContext<SittingStanding>;

const office = 'role:coordinator';

/** The rules of a sitting, by the names that its chart uses. */
export const rules = {
  hasItems: ({ record }: Guard): Missing[] =>
    record.standing.order.length > 0
      ? []
      : missing('items', 'The agenda has no item yet.', 'the coordinator'),
  isChair: ({ actor }: Guard): Missing[] =>
    actor.roles.some((role) => role === 'chair' || role === 'deputy-chair')
      ? []
      : missing('chair', 'Once the papers are out, the chair admits a late item with a reason.', 'the chair'),
};

/** Minutes composed from what was recorded: one section an item, in the order of the agenda. */
export function composeMinutes(sitting: SittingStanding, items: readonly StoredRecord[]): MinuteSection[] {
  const opening = sitting.quorate
    ? 'The sitting was quorate.'
    : `The sitting was not quorate. ${sitting.inquorateReason ?? ''}`.trim();
  const sections: MinuteSection[] = [{ heading: 'Opening', text: opening }];
  for (const id of sitting.order) {
    const item = items.find((one) => one.id === id)?.standing as AgendaItemStanding | undefined;
    if (!item) continue;
    sections.push({ heading: `${item.reference} ${item.name}`, text: outcomeWords(item), itemId: id });
  }
  return sections;
}

function outcomeWords({ decision }: AgendaItemStanding): string {
  if (!decision) return 'Not reached: carried to the next sitting.';
  const agreed = decision.actions > 0 ? ` Safety actions agreed: ${decision.actions}.` : '';
  const next = decision.nextReview
    ? ` Next review on ${decision.nextReview}.`
    : ` ${decision.watcher ?? ''} watches; next check on ${decision.nextCheck ?? ''}.`;
  return `Decision: ${decision.decision.replaceAll('-', ' ')}. ${decision.reasons}${agreed}${next}`;
}

/** What each accepted step of a sitting keeps. */
export const recorders = {
  recordSchedule: ({ payload, facts }: Ctx<ScheduleSittingPayload>): Effect[] => {
    const chair = findPerson(facts, payload.chairId);
    return [
      { do: 'set', patch: { ...payload, chairName: chair?.name ?? '' } },
      { do: 'start', rule: 'papers', who: office, start: payload.startsAt },
    ];
  },
  recordItemPlace: ({ record, commandId, payload }: Ctx<AddItemPayload>): Effect[] => [
    { do: 'set', patch: { order: [...record.standing.order, derivedId(commandId, localId.agendaItem)] } },
    ...(payload.lateReason
      ? [
          {
            do: 'write',
            kind: 'late-item',
            class: 'safety',
            body: { caseId: payload.caseId, reason: payload.lateReason },
          } as const,
        ]
      : []),
  ],
  recordOrder: ({ payload }: Ctx<OrderItemsPayload>): Effect[] => [
    { do: 'set', patch: { order: payload.order } },
  ],
  recordPapers: ({ payload, record, happened, actor }: Ctx<IssuePapersPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'papers',
      class: 'safety',
      body: { ...payload, order: record.standing.order, by: actor.name },
    },
    { do: 'set', patch: { papersIssuedAt: happened } },
    { do: 'end', rule: 'papers' },
    ...payload.recipients.map(
      (id) => ({ do: 'send', kind: 'papers-issued', principal: `user:${id}` }) as const,
    ),
  ],
  recordAttendance: ({ payload, profile }: Ctx<RecordAttendancePayload>): Effect[] => {
    const here = payload.attendance.filter((one) => one.attendance === 'present' && one.as !== 'observer');
    const present = [...new Set(here.map((one) => one.agencyKind))].sort();
    const quorate = profile.panel.quorum.agencies.every((agency) => present.includes(agency.id));
    return [
      { do: 'write', kind: 'attendance', class: 'safety', body: payload },
      { do: 'set', patch: { present, quorate } },
    ];
  },
  recordStart: ({ payload, happened, actor }: Ctx<StartSittingPayload>): Effect[] => [
    { do: 'write', kind: 'started', class: 'safety', body: { ...payload, at: happened, by: actor.name } },
    { do: 'set', patch: { inquorateReason: payload.inquorateReason ?? null } },
  ],
  recordEnd: ({ record, locked, happened, actor }: Ctx<object>): Effect[] => {
    const sections = composeMinutes(record.standing, locked);
    return [
      { do: 'write', kind: 'minutes', class: 'sheet', body: { version: 1, sections, by: actor.name } },
      { do: 'set', patch: { minutesVersion: 1, endsAt: happened, endedAt: happened } },
      { do: 'start', rule: 'minutes', who: office },
    ];
  },
  recordMinutes: ({ payload, record, actor }: Ctx<ChangeMinutesPayload>): Effect[] => {
    const version = record.standing.minutesVersion + 1;
    return [
      {
        do: 'write',
        kind: 'minutes',
        class: 'sheet',
        body: { version, sections: payload.sections, by: actor.name },
      },
      { do: 'set', patch: { minutesVersion: version } },
    ];
  },
  recordAgreedMinutes: ({ record, actor, happened }: Ctx<object>): Effect[] => [
    {
      do: 'write',
      kind: 'minutes-agreed',
      class: 'sheet',
      body: { version: record.standing.minutesVersion, by: actor.name },
    },
    { do: 'end', rule: 'minutes' },
    { do: 'set', patch: { minutedAt: happened } },
  ],
  recordCancellation: ({ payload, actor, happened }: Ctx<CancelSittingPayload>): Effect[] => [
    { do: 'write', kind: 'cancelled', class: 'safety', body: { ...payload, by: actor.name } },
    { do: 'endAll', reason: 'The sitting was cancelled' },
    { do: 'set', patch: { cancelled: payload.reason, endedAt: happened } },
  ],
};
