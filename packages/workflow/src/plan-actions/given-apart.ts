import { shownByItem } from '../agenda-items/standing.js';
import { graceUntil } from '../grace.js';
import type { Access, Actor, Context, Reader, RecordKind, StoredRecord } from '../model.js';
import { byRole, classesRead, longest, readerLines } from '../readers.js';
import type { Effect, Step } from '../topic.js';
import type { ActionHome, AddActionPayload, EndActionPayload, PlanActionStanding } from './standing.js';

/** What an action of a sitting hangs on where that is no child’s case. */
const homes: readonly RecordKind[] = ['personCase', 'locationCase', 'cluster', 'agendaItem'];

/** What an action is told of the listing of its person or place: when it ended, and whether as something that was never so; nothing once it goes on. */
export interface ListingEndNews {
  over: PlanActionStanding['over'];
}

type About = { childId?: string; aboutId?: string; reference?: string };

/** What the action of a sitting keeps of the person, the place, the cluster or the theme; nothing of a child’s case. */
export function keptOfHome(
  { locked }: Pick<Context, 'locked'>,
  { caseId, itemId }: Pick<AddActionPayload, 'caseId' | 'itemId'>,
): Partial<PlanActionStanding> | null {
  const home = locked.find(({ id, kind }) => id === caseId && homes.includes(kind));
  if (!home || !itemId) return null;
  const { reference = '', childId = '', aboutId } = home.standing as unknown as About;
  return {
    ...{ caseId, itemId, reference, caseKind: home.kind as ActionHome },
    aboutId: home.kind === 'cluster' ? home.id : shownByItem({ childId, ...(aboutId ? { aboutId } : {}) }),
  };
}

/** What is written of an action that hangs on no child’s case: whoever is to do it is not told whom or what it is about. */
export function writtenApart<P extends Partial<AddActionPayload>>(
  words: P,
  { caseKind }: Pick<PlanActionStanding, 'caseKind'>,
): P {
  if (!caseKind) return words;
  const { caseId: _case, itemId: _item, ...told } = words;
  return told as P;
}

const police = ['intelligence-officer', 'intelligence-supervisor'];

/** Until when those at the table read it: while the listing goes on and in its days of grace; not a day where it was never so. */
function until({ over }: PlanActionStanding): string | null {
  if (!over) return null;
  return over.recalled ? over.at : graceUntil(over.at);
}

/**
 * Who reads an action that a sitting gave on a person, a place, a cluster or a theme: whoever is to do it, what is asked
 * and no more; the chairs and those who oversee, with the coordinator for what the whole sitting heard, and of whom or
 * what it is; the intelligence desk where that is not a theme.
 */
export function readersApart(standing: PlanActionStanding, owners: readonly string[]): Reader[] {
  const { part, caseKind, ended, over } = standing;
  const heard = part === 'safety';
  const table = ['chair', 'deputy-chair', ...(heard ? ['coordinator'] : [])];
  // A listing that should not have been is what is asked about years later: those who answer for it read on.
  const kept = ['auditor', ...(heard ? ['information-governance', 'caldicott-guardian'] : [])];
  const done = over?.recalled ? over.at : ended ? graceUntil(ended.at) : null;
  return longest([
    ...readerLines(byRole(table), [part, 'case'], until(standing)),
    ...readerLines(byRole(kept), [part, 'case']),
    ...(caseKind === 'agendaItem'
      ? readerLines(byRole(['senior']), [part, 'case'])
      : readerLines(byRole(police), [part, 'case'])),
    ...readerLines(owners, [part], done),
    // What was the work of somebody who is shut out is a senior's until somebody else has it: what is asked, and no more.
    ...(isOwnerShutOut(standing) ? readerLines(byRole(['senior']), [part], done) : []),
  ]);
}

/** Whether its owner reads nothing of it because of a personal connection. */
export function isOwnerShutOut({ ownerId, access }: PlanActionStanding): boolean {
  return Boolean(ownerId) && (access?.without ?? []).includes(ownerId);
}

const keeper = 'intelligence-supervisor';

/** Whether somebody is named for a closed record at an instant, and not shut out. */
export function isNamedFor(access: Access | undefined, userId: string | null, at: string): boolean {
  if (userId === null || access?.without?.includes(userId)) return false;
  return (access?.named ?? []).some((one) => one.userId === userId && (one.until === null || one.until > at));
}

/** Whether somebody may have what is to be done about a closed record: he or she knows of it, being named or the supervisor of the desk. */
export function mayKnowOfClosed(
  access: Access | undefined,
  who: { userId: string | null; roles: readonly string[] },
  at: string,
): boolean {
  if (access?.without?.includes(who.userId ?? '')) return false;
  return isNamedFor(access, who.userId, at) || who.roles.includes(keeper);
}

/**
 * Whether an action has nobody left who planned it, and is this actor's to see to: on a record that has been closed since,
 * whoever is named for it or keeps it; where its owner has a personal connection, a senior manager.
 */
export function seesToApart(actor: Actor, { standing, at }: StoredRecord<PlanActionStanding>): boolean {
  const { caseKind, access } = standing;
  if (!caseKind) return false;
  if (access?.closed) return mayKnowOfClosed(access, actor, at);
  return isOwnerShutOut(standing) && actor.roles.includes('senior');
}

/** Whether somebody reads whom or what an action of a sitting is about, and not what is asked alone. */
export function knowsWhatItIsAbout(
  actor: Actor,
  record: StoredRecord<PlanActionStanding>,
  at: string,
): boolean {
  const { access } = record.standing;
  if (access?.without?.includes(actor.userId ?? '')) return false;
  const readers = access?.closed ? closedReadersApart(record) : readersApart(record.standing, []);
  return classesRead(readers, actor, at).includes('case');
}

/** Where the person, the place or the cluster is closed to all but those named: these, and the supervisor who keeps it. */
export function closedReadersApart({ standing }: StoredRecord<PlanActionStanding>): Reader[] {
  const { part, caseKind, access } = standing;
  if (!caseKind || caseKind === 'agendaItem') return [];
  const named = (access?.named ?? []).map(({ userId, until: end }) =>
    readerLines([`user:${userId}`], [part, 'case'], end),
  );
  return [...readerLines([`role:${keeper}`], [part, 'case']), ...named.flat()];
}

/** The recorders of what an action learns of the person or the place. */
export const recordersApart = {
  recordListingEnd: ({ payload }: Context<PlanActionStanding, ListingEndNews>): Effect[] => [
    { do: 'set', patch: { over: payload.over ?? null } },
  ],
  recordAbout: ({ payload }: Context<PlanActionStanding, { aboutId: string }>): Effect[] => [
    { do: 'set', patch: { aboutId: payload.aboutId } },
  ],
};

/** Why what is still open ends with a listing: its owner is not told that there was one. */
const ending: EndActionPayload = {
  how: 'no-longer-possible',
  changed: 'What it was given for has ended.',
};

/** The actions of a person’s or a place’s case, as far as they were locked, learn that its listing has ended, or that it goes on; what is open ends with it. */
export function listingEndSteps(
  locked: readonly StoredRecord[],
  caseId: string,
  over: NonNullable<PlanActionStanding['over']> | null,
): Step[] {
  return locked
    .filter((one) => one.kind === 'planAction' && one.parentId === caseId)
    .flatMap(({ kind, id, state }): Step[] => [
      ...(over && state !== 'ended'
        ? [{ record: { kind, id }, event: 'end-action', payload: ending } satisfies Step]
        : []),
      { record: { kind, id }, event: 'receive-listing-end', payload: { over } satisfies ListingEndNews },
    ]);
}
