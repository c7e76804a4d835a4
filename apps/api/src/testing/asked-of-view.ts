import { routeRights } from './route-rights.js';

/** Whether everybody asks for all, as by `npm run soak -- withheld`. */
const asksAll = Boolean(process.env.MASE_SOAK_WITHHELD);

/** What an asker takes of a list: askers take turns by number, so that so many of them ask between them for all. */
export function inTurn<T>(all: readonly T[], turn: number, askers: number): T[] {
  return all.filter((_, at) => asksAll || (at + turn) % askers === 0);
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
  const right = routeRights[`GET ${path}`];
  const isOwn = ({ kind }: { kind: string }) => !right || !('views' in right) || right.views === kind;
  const others = records.filter((one) => !isOwn(one));
  return [...records.filter(isOwn), ...inTurn(others, path.length + turn, askers)].map(({ id }) => id);
}
