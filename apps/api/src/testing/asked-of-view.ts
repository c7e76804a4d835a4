import { routeRights } from './route-rights.js';

/** Of how many records of other kinds a view is asked for one: for each of them by `npm run soak -- withheld`. */
const oneOf = process.env.MASE_SOAK_WITHHELD ? 1 : 8;

/**
 * Of which records a view is asked: of all of its own kind, and of some of others, which are nothing to it. Askers take
 * turns by number, so that eight of them ask between them for all.
 */
export function askedOfView(
  path: string,
  records: readonly { id: string; kind: string }[],
  turn: number,
): string[] {
  const right = routeRights[`GET ${path}`];
  const isOwn = ({ kind }: { kind: string }) => !right || !('views' in right) || right.views === kind;
  const others = records.filter((one) => !isOwn(one));
  const start = path.length + turn;
  return [...records.filter(isOwn), ...others.filter((_, at) => (start + at) % oneOf === 0)].map(
    ({ id }) => id,
  );
}
