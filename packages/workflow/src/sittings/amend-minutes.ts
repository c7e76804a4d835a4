import { type AgendaItemStanding, caseOfItem } from '../agenda-items/standing.js';
import { dayWords } from '../clocks/day-words.js';
import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault, StoredRecord, WrittenRow } from '../model.js';
import type { Profile } from '../profile/profile.js';
import type { Effect, Step } from '../topic.js';
import { laterSittingFaults } from './later-sitting.js';
import { amendedPart } from './minutes-part.js';
import type { SittingStanding } from './standing.js';

/** What agreed minutes say that is wrong, what is right, and the sitting in session that minutes it. */
export interface AmendMinutesPayload {
  sittingId: string;
  /** The item whose section is wrong; left out where it is a section about no item. */
  itemId?: string;
  wrong: string;
  right: string;
}

/** A correction of agreed minutes, as it is attached to the version that was agreed: that stays as it was. */
export interface MinutesAmendment {
  wrong: string;
  right: string;
  /** The sitting that minuted it. */
  sittingId: string;
  panel: string;
  startsAt: string;
  by: string;
}

/** What the later sitting minutes of it: of an item by the reference alone, whose section says the rest. */
export interface AmendedMinutesNews {
  panel: string;
  startsAt: string;
  reference?: string;
  wrong?: string;
  right?: string;
}

/** The kind of the row on a sitting, or on an item, that holds a correction of agreed minutes. */
export const amendmentKind = 'minutes-amended';

type Ctx = Context<SittingStanding, AmendMinutesPayload>;
type Sitting = StoredRecord<SittingStanding>;
type Item = StoredRecord<AgendaItemStanding>;

/** "Corrected at North panel on Thursday 10 December 2026: for “Monday” read “Tuesday”." */
export function amendmentWords({ wrong, right, panel, startsAt }: MinutesAmendment, { timeZone }: Profile) {
  return `Corrected at ${panel} on ${dayWords(localDate(startsAt, timeZone))}: for “${wrong}” read “${right}”.`;
}

/** The corrections that are attached to the agreed minutes of a sitting or of one item, the oldest first. */
export function amendmentsIn(written: readonly Pick<WrittenRow, 'kind' | 'body'>[]): MinutesAmendment[] {
  return written
    .filter(({ kind }) => kind === amendmentKind)
    .map(({ body }) => body as MinutesAmendment)
    .reverse();
}

/** Payload rules: a later sitting of the panel in session and quorate minutes it; the item is one that whoever asks sees. */
export function amendmentFaults(context: Ctx): Fault[] {
  const { payload, facts, record } = context;
  const isSeen = !payload.itemId || facts.related.some(({ id }) => id === payload.itemId);
  const isOn = !payload.itemId || record.standing.order.includes(payload.itemId);
  return [
    ...(isSeen && isOn
      ? []
      : [{ pointer: '/itemId', code: 'noItem', detail: 'The item is not on the agenda of this sitting.' }]),
    ...laterSittingFaults(context, 'Agreed minutes are corrected'),
  ];
}

const at = ({ locked, payload }: Ctx) => locked.find(({ id }) => id === payload.sittingId) as Sitting;

function amendment(context: Ctx): MinutesAmendment {
  const { payload, actor } = context;
  const { panel, startsAt } = at(context).standing;
  const { sittingId, wrong, right } = payload;
  return { sittingId, wrong, right, panel, startsAt, by: actor.name };
}

/** What is kept of a correction: with the sitting, or where it is about an item with that item alone. */
export const amendmentRecorders = {
  recordAmendment: (context: Ctx): Effect[] =>
    context.payload.itemId
      ? []
      : [{ do: 'write', kind: amendmentKind, class: 'sheet', body: amendment(context) }],
  recordAmendedMinutes: ({ payload }: Context<SittingStanding, AmendedMinutesNews>): Effect[] => [
    { do: 'write', kind: 'earlier-minutes-amended', class: 'sheet', body: payload },
  ],
};

/** The recorder of an item that learns that what was minuted of it is corrected. */
export const recordItemAmendment = ({ payload }: Context<AgendaItemStanding, MinutesAmendment>): Effect[] => [
  { do: 'write', kind: amendmentKind, class: 'sheet', body: payload },
];

/** The item, the part that its case files, and the sitting that minutes it; of a restricted case nothing stands on a sitting. */
export function amendmentSteps(context: Ctx): Step[] {
  const { payload, record, locked, profile } = context;
  const { panel, startsAt } = record.standing;
  const { wrong, right } = payload;
  const tell = (news: AmendedMinutesNews): Step => ({
    record: { kind: 'sitting', id: payload.sittingId },
    event: 'receive-amended-minutes',
    payload: news,
  });
  const item = locked.find(({ id }) => id === payload.itemId) as Item | undefined;
  if (!item) return [tell({ panel, startsAt, wrong, right })];
  const said = amendment(context);
  const { standing } = item;
  const learns: Step = {
    record: { kind: 'agendaItem', id: item.id },
    event: 'receive-amendment',
    payload: said,
  };
  const about = locked.find(({ id }) => id === standing.caseId);
  if (standing.access?.closed || about?.standing.access?.closed) return [learns];
  const part = amendedPart(context, item, amendmentWords(said, profile));
  return [
    learns,
    ...(part && about
      ? [{ record: caseOfItem(standing), event: 'receive-minutes-part', payload: part }]
      : []),
    tell({ panel, startsAt, reference: standing.reference || standing.name }),
  ];
}
