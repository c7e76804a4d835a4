import type { ChildNews } from '../children/under-child.js';
import type { StoredRecord } from '../model.js';
import type { Effect } from '../topic.js';
import { type EndMoved, movedEffects, movedFromAfter } from './end-news.js';
import { isRecord, type LinkEnd, nodeOf } from './ends.js';
import type { LinkStanding } from './standing.js';

type Link = StoredRecord<LinkStanding>;

/** What makes a link part of the network: its ends, and the days between which it was known to hold. */
export function tied({
  from,
  to,
  firstOn,
  lastOn,
}: Pick<LinkStanding, 'from' | 'to' | 'firstOn' | 'lastOn'>): Effect {
  return { do: 'tie', ends: [nodeOf(from), nodeOf(to)], firstOn, lastOn };
}

/** The effects by which a link joins another record than before, at whichever end. */
function atAnotherRecord(record: Link, moved: EndMoved): Effect[] {
  const { standing } = record;
  const { from, to } = moved;
  const turned = (end: LinkEnd): LinkEnd => (isRecord(end) && end.id === from ? { ...end, id: to } : end);
  const ends = { from: turned(standing.from), to: turned(standing.to) };
  return [
    { do: 'set', patch: ends },
    ...movedEffects(record, moved),
    ...(standing.ended ? [] : [tied({ ...standing, ...ends })]),
  ];
}

/** A link goes with the record that stands for a child, and remembers where it began. */
export function movedChild(record: Link, { childId, from }: ChildNews): Effect[] {
  if (childId === from) return [];
  const { joinedFrom, held } = record.standing;
  const origin = joinedFrom ?? from;
  const { [from]: holders, ...others } = held;
  return [
    {
      do: 'set',
      patch: {
        joinedFrom: childId === origin ? null : origin,
        held: holders ? { ...others, [childId]: holders } : others,
      },
    },
    ...atAnotherRecord(record, { from, to: childId }),
  ];
}

/** A link goes with the record that stands for a person or a place, and remembers where it began. */
export function movedEnd(record: Link, moved: EndMoved): Effect[] {
  const movedFrom = movedFromAfter(record.standing, moved);
  return [{ do: 'set', patch: { movedFrom } }, ...atAnotherRecord(record, moved)];
}
