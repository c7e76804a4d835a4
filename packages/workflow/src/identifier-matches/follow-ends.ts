import type { StoredRecord } from '../model.js';
import type { Step } from '../topic.js';
import { topicOf } from '../topics.js';
import { endNow } from './end-now.js';
import { isNewsOf } from './following.js';
import type { IdentifierMatchStanding } from './standing.js';

type Match = StoredRecord<IdentifierMatchStanding>;

/** What a match is told of its two records as they stand, in the order in which it has them: nothing where it knows. */
export function newsOfEnds(match: Match, ends: readonly StoredRecord[]): Step[] {
  const of = ({ id, kind }: { id: string; kind: string }) =>
    ends.find((one) => one.id === id && one.kind === kind);
  const [own, other] = [of(match.standing.own), of(match.standing.other)];
  if (!own || !other) return [];
  const now = { own: endNow(topicOf(own.kind), own), other: endNow(topicOf(other.kind), other) };
  const { kind, id } = match;
  const why = now.own.over ?? now.other.over;
  return [
    ...(isNewsOf(match, now) ? [{ record: { kind, id }, event: 'weigh-match', payload: now }] : []),
    ...(why && match.state === 'proposed'
      ? [{ record: { kind, id }, event: 'withdraw-match', payload: { why } }]
      : []),
  ];
}

/**
 * The steps by which matches that are locked follow what a command has made of their records: `changed` are the records as
 * it leaves them. A match that stepped already is left out.
 */
export function matchSteps(
  locked: readonly StoredRecord[],
  changed: ReadonlyMap<string, { current(): StoredRecord }>,
): Step[] {
  const matches = locked.filter(
    (one): one is Match => one.kind === 'identifierMatch' && !changed.has(one.id),
  );
  if (matches.length === 0) return [];
  const now = locked.map((one) => changed.get(one.id)?.current() ?? one);
  return matches
    .filter(({ standing: { own, other } }) => changed.has(own.id) || changed.has(other.id))
    .flatMap((match) => newsOfEnds(match, now));
}
