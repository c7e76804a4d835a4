import { type RecordKind, topics } from '@mase/workflow';
import { routeRights } from './route-rights.js';

/** Whether everybody asks for all, as by `npm run soak -- withheld`. */
const asksAll = Boolean(process.env.MASE_SOAK_WITHHELD);

/** What an asker takes of a list: askers take turns by number, so that so many of them ask between them for all. */
export function inTurn<T>(all: readonly T[], turn: number, askers: number): T[] {
  return all.filter((_, at) => asksAll || (at + turn) % askers === 0);
}

/** Of which kind of record a view is: as its right says, or the topic that its address names; null where it is of any. */
export function kindViewed(path: string): RecordKind | null {
  const right = routeRights[`GET ${path}`];
  if (right && 'views' in right) return right.views;
  if (right && 'viewsAny' in right) return null;
  const named = /^\/api\/v1\/([^/]+)\/\{id\}/.exec(path)?.[1];
  return topics.find(({ name }) => name === named)?.kind ?? null;
}

/**
 * Of which records a view is asked: of all of its own kind, and of some of others, which are nothing to it. Askers take
 * turns by number, so that so many of them ask between them for all.
 */
export function askedOfView(
  path: string,
  records: readonly { id: string; kind: string }[],
  turn: number,
  askers = 8,
): string[] {
  const own = kindViewed(path);
  const isOwn = ({ kind }: { kind: string }) => own === null || own === kind;
  const others = records.filter((one) => !isOwn(one));
  return [...records.filter(isOwn), ...inTurn(others, path.length + turn, askers)].map(({ id }) => id);
}
