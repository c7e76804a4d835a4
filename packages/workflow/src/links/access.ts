import { cleared } from '../intelligence/readers.js';
import type { Access, Actor, NamedReader, Reader, StoredRecord } from '../model.js';
import { byRole, longest, readerLines } from '../readers.js';
import { principalsOf } from '../roles.js';
import { isRecord, type LinkEnd } from './ends.js';
import type { LinkStanding } from './standing.js';

type Link = StoredRecord<LinkStanding>;

/** The ids of the records that a link joins. */
export function recordsJoined({ from, to }: Pick<LinkStanding, 'from' | 'to'>): string[] {
  return [from, to].filter(isRecord).map(({ id }) => id);
}

/** The ids of the children that a link joins. */
export function childrenJoined({ from, to }: Pick<LinkStanding, 'from' | 'to'>): string[] {
  return [from, to]
    .filter((end: LinkEnd) => end.kind === 'child')
    .map((end) => (isRecord(end) ? end.id : ''));
}

/** Those named at every closed end: what is between two reads nobody who does not read both. */
export function namedAtAll(closed: readonly Access[]): NamedReader[] {
  const [first, ...others] = closed.map(({ named }) => named ?? []);
  const everywhere = (userId: string) => others.every((list) => list.some((one) => one.userId === userId));
  return (first ?? []).filter(({ userId }) => everywhere(userId));
}

/** What follows for a link from what is closed of its ends: it is closed with either, and keeps out whom either does. */
export function accessOfEnds(ends: { [recordId: string]: Access } = {}): Access {
  const all = Object.values(ends);
  const closed = all.filter((one) => one.closed);
  const without = [...new Set(all.flatMap((one) => one.without ?? []))].sort();
  return {
    ...(closed.length > 0 ? { closed: true, named: namedAtAll(closed) } : {}),
    ...(without.length > 0 ? { without } : {}),
  };
}

const overseers = [
  'chair',
  'deputy-chair',
  'coordinator',
  'auditor',
  'information-governance',
  'caldicott-guardian',
];

/**
 * Those who hold a linked child read what police let them be told, and that alone; of a link that is withdrawn that it was
 * there and is not to be relied on, and no longer what they were told.
 */
function holdersRead({ held, ended }: LinkStanding): Reader[] {
  const part = ended?.how === 'withdrawn' ? 'receipt' : 'safety';
  return Object.values(held).flatMap(({ holders, former }) => [
    ...readerLines(holders, [part]),
    ...Object.entries(former).map(([principal, until]): Reader => ({ principal, class: part, until })),
  ]);
}

/** Whoever holds a linked child and may be told of the link is to it one who is told. */
export function relations(actor: Actor, { standing }: Link): string[] {
  const own = principalsOf(actor);
  const holders = Object.values(standing.held).flatMap((one) => one.holders);
  return isShared(standing) && standing.told && holders.some((one) => own.includes(one)) ? ['told'] : [];
}

/** Whether a link may be shared: police graded it so, or it was drawn from other records and nobody graded it otherwise. */
export const isShared = ({ grade, drawn }: LinkStanding): boolean =>
  grade ? grade.handling === 'P' : drawn !== undefined;

/**
 * Who reads a link beside the desk once it may be shared. One that was drawn is read, until police grade it, by those who
 * read both what it was drawn from and the person or place: before that is accepted as one of concern, the police alone.
 */
function sharedWith({ grade, drawn, source }: LinkStanding): string[] {
  if (!drawn || grade) return ['police-desk', ...overseers];
  const others = overseers.filter((role) => source === 'measure' || role !== 'coordinator');
  return ['police-desk', ...(drawn.accepted ? others : [])];
}

/**
 * Who reads a link. The intelligence desk always; whoever recorded it the receipt: that it arrived, and what became of
 * it. Once it may be shared, the police desk and those who oversee, and the holders of a linked child what they are told. What is handled with conditions the desk reads alone.
 */
export function readers({ standing }: Link): Reader[] {
  const { recorded, told } = standing;
  const shared = isShared(standing);
  return longest([
    ...readerLines(byRole(cleared), ['receipt', 'safety', 'case']),
    ...(recorded?.by ? readerLines([`user:${recorded.by}`], ['receipt']) : []),
    ...(shared ? readerLines(byRole(sharedWith(standing)), ['case', 'safety']) : []),
    ...(shared && told ? holdersRead(standing) : []),
  ]);
}

/** Of a link that is closed with one of its ends, or handled with conditions, the desk’s supervisor reads on. */
export function closedReaders(): Reader[] {
  return readerLines(['role:intelligence-supervisor'], ['receipt', 'safety', 'case']);
}
