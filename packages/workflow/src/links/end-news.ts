import type { Access, Context, Standing, StoredRecord } from '../model.js';
import type { Effect } from '../topic.js';
import { accessOfEnds } from './access.js';

/** What is told of a record whose existence was closed or opened. */
export interface EndAccessNews {
  recordId: string;
  access: Access;
}

/** That a linked person or place has been accepted as one of concern. */
export interface ConcernNews {
  recordId: string;
  /** Set where that is known of another record, which was joined with this one. */
  joined?: true;
}

/** That the record at an end is another one from now on, as two were joined or taken apart. */
export interface EndMoved {
  from: string;
  to: string;
}

/** The part of a standing that follows the records that it is about. */
export interface FollowsEnds extends Standing {
  /** What is closed of them, by id: it is closed with each. */
  closedEnds?: { [recordId: string]: Access };
  /** Where it began, by the record to which it was moved. */
  movedFrom?: { [recordId: string]: string };
}

/** What is closed of these records, as far as they were locked. */
export function closedOf(locked: readonly StoredRecord[], ids: readonly string[]) {
  const closed: { [recordId: string]: Access } = {};
  for (const id of ids) {
    const { closed: isClosed, named, without } = locked.find((one) => one.id === id)?.standing.access ?? {};
    if (isClosed || without)
      closed[id] = {
        ...(isClosed ? { closed: true, named: named ?? [] } : {}),
        ...(without ? { without } : {}),
      };
  }
  return closed;
}

/** What a standing keeps of closed ends; nothing where none is. */
export function closedPatch(closedEnds: NonNullable<FollowsEnds['closedEnds']>): Partial<FollowsEnds> {
  return Object.keys(closedEnds).length > 0 ? { closedEnds, access: accessOfEnds(closedEnds) } : {};
}

/** The effects of an end being closed or opened. */
export function endAccessEffects({ payload, record }: Context<FollowsEnds, EndAccessNews>): Effect[] {
  const { closed, without } = payload.access;
  const { [payload.recordId]: _gone, ...others } = record.standing.closedEnds ?? {};
  const closedEnds = closed || without ? { ...others, [payload.recordId]: payload.access } : others;
  return [{ do: 'set', patch: { closedEnds, access: accessOfEnds(closedEnds) } }];
}

/** Where a record began that moves with one of its ends: forgotten once it is back there. */
export function movedFromAfter(
  { movedFrom = {} }: FollowsEnds,
  moved: EndMoved,
): { [recordId: string]: string } {
  const { [moved.from]: began, ...others } = movedFrom;
  const origin = began ?? moved.from;
  return origin === moved.to ? others : { ...others, [moved.to]: origin };
}

/** Hangs a record under another than before, at whichever end; what is closed of an end goes with it. */
export function movedEffects(
  { parentId, subjectId, standing }: StoredRecord<FollowsEnds>,
  { from, to }: EndMoved,
): Effect[] {
  const { [from]: ofEnd, ...others } = standing.closedEnds ?? {};
  return [
    ...(ofEnd ? [{ do: 'set', patch: { closedEnds: { ...others, [to]: ofEnd } } } as const] : []),
    {
      do: 'move',
      ...(parentId === from ? { parentId: to } : {}),
      ...(subjectId === from ? { subjectId: to } : {}),
    },
  ];
}
