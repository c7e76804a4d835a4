import { type AgendaItemStanding, caseOfItem } from '../agenda-items/standing.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import { localDate } from '../clocks/time-zone.js';
import { derivedId } from '../derived-id.js';
import { localId } from '../local-id.js';
import type { Context, RecordKind, StoredRecord } from '../model.js';
import type { Effect, Step } from '../topic.js';
import { sectionHears } from './candidate-lists.js';
import { mostItems } from './faults.js';
import { isLaterOfPanel } from './later-sitting.js';
import type { SittingStanding } from './standing.js';

type Ctx = Context<SittingStanding, object>;
type Sitting = StoredRecord<SittingStanding>;
type Item = StoredRecord<AgendaItemStanding>;

/** An item that goes on with another agenda, and the id that it has there. */
export interface Carried {
  item: Item;
  id: string;
}

/** Why an item that carries itself stands on an agenda whose papers are out. */
const lateReason = 'Carried over: the sitting before did not reach it.';

/** Items of a sitting without an outcome. */
export function undecided(locked: readonly StoredRecord[]): Item[] {
  return locked.filter(
    (one) => one.kind === 'agendaItem' && ['waiting', 'open'].includes(one.state as string),
  ) as Item[];
}

const ahead = ['scheduled', 'agendaOpen', 'papersIssued'];
const takesItems = ['agendaOpen', 'papersIssued'];

/** The next sitting of the same panel that is still to come; null where none is on the books. */
export function nextSitting({ locked, record }: Pick<Ctx, 'locked' | 'record'>): Sitting | null {
  const later = locked.filter(
    ({ kind, id, state }) => kind === 'sitting' && id !== record.id && ahead.includes(state as string),
  ) as Sitting[];
  const after = later.filter((one) => isLaterOfPanel(one, record));
  after.sort((one, other) => one.standing.startsAt.localeCompare(other.standing.startsAt));
  return after[0] ?? null;
}

/** What an item is about, where the command locked it. */
export function aboutItem(
  { locked }: Pick<Ctx, 'locked'>,
  item: Item,
): StoredRecord<ChildCaseStanding> | undefined {
  const found = locked.find(({ kind, id }) => kind !== 'agendaItem' && id === item.subjectId);
  return found as StoredRecord<ChildCaseStanding> | undefined;
}

const panelState = (about: StoredRecord | undefined): string | undefined =>
  (about?.state as { panel?: string } | undefined)?.panel;

/** Whether a case is on the panel's list. */
export const isListed = (about: StoredRecord | undefined): boolean => panelState(about) === 'listed';

/** An item without a case goes on unless it was taken up, or its record is now for those named alone. */
function goesOnAlone(context: Ctx, item: Item): boolean {
  const behind = aboutItem(context, item)?.standing as
    | { access?: { closed?: boolean }; handling?: string }
    | undefined;
  return !item.standing.takenUpBy && !behind?.access?.closed && behind?.handling !== 'C';
}

/** Whether an item can go on the agenda of a sitting, by the rules of adding it there. */
function goesOn(context: Ctx, item: Item, to: Sitting): boolean {
  if (item.standing.subject) return goesOnAlone(context, item);
  const about = aboutItem(context, item);
  if (!about || !['listed', 'beforePanel'].includes(panelState(about) ?? '')) return false;
  const { access, listing, onAgenda } = about.standing;
  if (onAgenda && onAgenda !== item.parentId) return false;
  // Listed anew since: that asks something else, and is put on an agenda as any other.
  const { returned } = item.standing;
  if (returned && listing && listing.at > returned) return false;
  const forOther = listing?.panelId && to.standing.panelId && listing.panelId !== to.standing.panelId;
  const chairReads = access?.named?.some(({ userId }) => userId === to.standing.chairId);
  const until = listing?.until;
  const due = !until || localDate(to.standing.startsAt, context.profile.timeZone) >= until;
  return due && !forOther && (!access?.closed || chairReads === true);
}

/** Those of the items that go on with the agenda of a sitting, each with its id there; none where that takes no items. */
export function carriedTo(context: Ctx, items: readonly Item[], to: Sitting | null): Carried[] {
  if (!to) return [];
  const room = mostItems - to.standing.order.length;
  return items
    .filter((item) => goesOn(context, item, to))
    .slice(0, Math.max(room, 0))
    .map((item, index) => ({ item, id: derivedId(context.commandId, localId.movedItem + index) }));
}

/** The part of the agenda under which it stood, or the first that the panel now hears such an item under. */
function sectionAt(context: Ctx, { standing }: Item, to: Sitting): string {
  const { sections } = to.standing;
  if (!sections || sections.includes(standing.section)) return standing.section;
  const kind: RecordKind | 'theme' = standing.subject ? 'theme' : (standing.caseKind ?? 'childCase');
  const heard = context.profile.panel.agenda.filter(({ id }) => sections.includes(id));
  return heard.find(({ id }) => sectionHears(id, kind))?.id ?? standing.section;
}

/** The words of an item without a case, where whoever gives the command reads them. */
function wordsOf({ facts }: Ctx, item: Item): { words?: string } {
  const row = facts.written.find(({ kind, record }) => kind === 'item' && record.id === item.id);
  const words = (row?.body as { words?: string } | undefined)?.words;
  return words ? { words } : {};
}

function carriedStep(context: Ctx, { item, id }: Carried, to: Sitting): Step[] {
  const { caseId, caseKind, subject, name, asked, minutes, presenterName } = item.standing;
  const record = { kind: 'agendaItem', id } as const;
  const rest = {
    section: sectionAt(context, item, to),
    asked,
    minutes,
    ...(presenterName ? { presenterName } : {}),
    ...(to.standing.panelId ? { panelId: to.standing.panelId } : {}),
    ...(to.standing.papersIssuedAt ? { lateReason } : {}),
  };
  const about = item.subjectId ? { subjectId: item.subjectId } : {};
  if (!subject)
    return [
      {
        record,
        event: 'add-item',
        payload: { caseId, ...(caseKind ? { caseKind } : {}), ...rest },
        parentId: to.id,
        subjectId: item.subjectId ?? caseId,
      },
    ];
  const named = subject.id ? { subjectId: subject.id } : {};
  return [
    {
      record,
      event: 'add-subject',
      payload: {
        ...{ subject: subject.kind, title: name, carriedFrom: item.id },
        ...named,
        ...wordsOf(context, item),
        ...rest,
      },
      parentId: to.id,
      ...about,
    },
    { record: { kind: 'agendaItem', id: item.id }, event: 'take-up', payload: { itemId: id } },
  ];
}

/** Items that go on: each is a new one of the other agenda; of the themes the earlier one learns which took it up. */
export function carriedSteps(context: Ctx, carried: readonly Carried[], to: Sitting): Step[] {
  return carried.flatMap((one) => carriedStep(context, one, to));
}

/** Their cases learn on which agenda they are now. */
function joinSteps(carried: readonly Carried[], { id, standing: { panelId } }: Sitting): Step[] {
  const payload = { sittingId: id, ...(panelId ? { panelId } : {}) };
  return carried.flatMap(({ item }): Step[] =>
    item.standing.subject ? [] : [{ record: caseOfItem(item.standing), event: 'join-agenda', payload }],
  );
}

/** The next sitting of the panel, where its agenda takes what this one leaves; null where that is opened later. */
export function openAhead(context: Pick<Ctx, 'locked' | 'record'>): Sitting | null {
  const next = nextSitting(context);
  return next && takesItems.includes(next.state as string) ? next : null;
}

/** What the next sitting is told: always, so that its version tells nothing of an item that not all may know of. */
export const toldNext = (next: Sitting, carried: readonly Carried[]): Step => ({
  record: { kind: 'sitting', id: next.id },
  event: 'receive-items',
  payload: { items: carried.map(({ id }) => id) },
});

/** Items that a sitting leaves undecided, on an agenda of the panel that is open already: they carry themselves. */
export function carriedAtEnd(context: Ctx): Step[] {
  const next = openAhead(context);
  if (!next) return [];
  const carried = carriedTo(context, undecided(context.locked), next);
  return [...carriedSteps(context, carried, next), ...joinSteps(carried, next), toldNext(next, carried)];
}

/** What earlier sittings of the panel left undecided, for the agenda that is opened. */
function carriedAtOpening(context: Ctx): Carried[] {
  const left = context.locked.filter(
    ({ kind, state }) => kind === 'agendaItem' && state === 'returned',
  ) as Item[];
  return carriedTo(context, left, context.record);
}

/** What earlier sittings left undecided stands on an agenda from its opening; whoever takes it off gives the reason. */
export function openingSteps(context: Ctx): Step[] {
  const { record } = context;
  // The standing has the order of them already: their places are told apart by it no more.
  const before = { ...record, standing: { ...record.standing, order: [] } };
  const carried = carriedAtOpening({ ...context, record: before });
  return [...carriedSteps(context, carried, record), ...joinSteps(carried, record)];
}

/** What is kept of items that come from another sitting. */
export const carryingRecorders = {
  recordOpening: (context: Ctx): Effect[] => [
    { do: 'set', patch: { order: carriedAtOpening(context).map(({ id }) => id) } },
  ],
  recordItemsMoved: ({ payload, record }: Context<SittingStanding, { items: string[] }>): Effect[] => [
    { do: 'set', patch: { order: [...record.standing.order, ...payload.items] } },
  ],
};
