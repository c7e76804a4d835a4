import { minutedAs } from '../agenda-items/item-name.js';
import type { AgendaItemStanding } from '../agenda-items/standing.js';
import type { AddSubjectPayload } from '../agenda-items/subject.js';
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
  // Items that whoever asks does not see count for nothing: the answer would tell that they are there.
  hasItems: ({ record, facts }: Guard): Missing[] =>
    facts.related.some(({ kind, id }) => kind === 'agendaItem' && record.standing.order.includes(id))
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
    // Everybody who reads the sitting reads its minutes: those of a restricted case stand on its own item.
    if (!item || item.access?.closed) continue;
    const text = `${chairsActionWords(item)}${withdrawnWords(item)}${outcomeWords(item)}`;
    sections.push({ heading: headingOf(item), text, itemId: id });
  }
  return sections;
}

/** A heading says the case and whom or what it is about; of a person of concern no name. */
function headingOf(item: AgendaItemStanding): string {
  const called = minutedAs(item);
  return called.includes(item.reference) ? called : `${item.reference} ${called}`.trim();
}

const isRestricted = (locked: readonly StoredRecord[], caseId: string): boolean =>
  Boolean(locked.find((one) => one.id === caseId)?.standing.access?.closed);

/** Who withdrew, and why, stands in a restricted note. */
function withdrawnWords({ access }: AgendaItemStanding): string {
  const gone = access?.without?.length ?? 0;
  if (gone === 0) return '';
  return gone === 1 ? 'One member withdrew. ' : `${gone} members withdrew. `;
}

/** What the chair did between sittings is minuted at the next, whatever that decides. */
function chairsActionWords({ chairsAction }: AgendaItemStanding): string {
  return chairsAction
    ? `Chair’s action of ${chairsAction.at.slice(0, 10)} is minuted: ${chairsAction.did}. `
    : '';
}

function outcomeWords({ decision }: AgendaItemStanding): string {
  if (!decision) return 'Not reached: carried to the next sitting.';
  const agreed = decision.actions > 0 ? ` Safety actions agreed: ${decision.actions}.` : '';
  const next = decision.nextReview
    ? ` Next review on ${decision.nextReview}.`
    : decision.watcher
      ? ` ${decision.watcher} watches; next check on ${decision.nextCheck ?? ''}.`
      : '';
  return `Decision: ${decision.decision.replaceAll('-', ' ')}. ${decision.reasons}${agreed}${next}`;
}

/** What the minutes say of items that whoever changes them does not see: it stays. */
function unseenSections({ record, facts }: Ctx<ChangeMinutesPayload>): MinuteSection[] {
  const seen = new Set(facts.related.map((one) => one.id));
  const unseen = record.standing.order.filter((id) => !seen.has(id));
  const latest = facts.written.find((row) => row.kind === 'minutes')?.body as
    | { sections: MinuteSection[] }
    | undefined;
  return (latest?.sections ?? []).filter(({ itemId }) => itemId !== undefined && unseen.includes(itemId));
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
  recordItemPlace: ({
    record,
    commandId,
    payload,
    locked,
  }: Ctx<AddItemPayload | AddSubjectPayload>): Effect[] => [
    { do: 'set', patch: { order: [...record.standing.order, derivedId(commandId, localId.agendaItem)] } },
    ...(payload.lateReason && !('caseId' in payload && isRestricted(locked, payload.caseId))
      ? [
          {
            do: 'write',
            kind: 'late-item',
            class: 'safety',
            body: { ...('caseId' in payload ? { caseId: payload.caseId } : {}), reason: payload.lateReason },
          } as const,
        ]
      : []),
  ],
  // Items that whoever orders does not see keep their places among the others.
  recordOrder: ({ payload, record }: Ctx<OrderItemsPayload>): Effect[] => {
    const next = [...payload.order];
    const place = (id: string) => (payload.order.includes(id) ? (next.shift() as string) : id);
    const { breaks } = payload;
    return [{ do: 'set', patch: { order: record.standing.order.map(place), ...(breaks ? { breaks } : {}) } }];
  },
  recordPapers: ({ payload, record, happened, actor }: Ctx<IssuePapersPayload>): Effect[] => [
    {
      do: 'write',
      kind: 'papers',
      class: 'safety',
      body: { ...payload, order: record.standing.order, by: actor.name },
    },
    { do: 'set', patch: { papersIssuedAt: happened } },
    { do: 'end', rule: 'papers' },
    ...(payload.concerned ?? payload.recipients).map(
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
  recordMinutes: (context: Ctx<ChangeMinutesPayload>): Effect[] => {
    const { payload, record, actor } = context;
    const version = record.standing.minutesVersion + 1;
    const sections = [...payload.sections, ...unseenSections(context)];
    return [
      { do: 'write', kind: 'minutes', class: 'sheet', body: { version, sections, by: actor.name } },
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
