import type { ChildStanding } from '../children/standing.js';
import type { StoredRecord } from '../model.js';
import { childrenListed } from './standing.js';

/** Bytes that a standing has for its children and those who hold them, and what the id of each takes of it. */
const room = { bytes: 3_300, child: 39, holder: 44 };

/**
 * The teams and workers who hold the children, as their locked records say. The teams stand first, once each: where there
 * are more than a standing has room for, those cut are workers, who are told and read with the team that holds the child.
 */
export function holdersIn(locked: readonly StoredRecord[], children: readonly string[]): string[] {
  const holders = locked
    .filter(({ kind, id }) => kind === 'child' && children.includes(id))
    .flatMap(({ standing }) => (standing as ChildStanding).holders);
  const teams = holders.flatMap(({ team }) => (team ? [`team:${team}`] : []));
  const workers = holders.flatMap(({ workerId }) => (workerId ? [`user:${workerId}`] : []));
  const listed = Math.min(children.length, childrenListed);
  const most = Math.floor((room.bytes - listed * room.child) / room.holder);
  return [...new Set([...teams.sort(), ...workers.sort()])].slice(0, most);
}

/** The principals under which teams and workers are told and read: of a team its manager and its workers. */
export function heldPrincipals(held: readonly string[]): string[] {
  return held.flatMap((one) => (/^team:[^:]+$/.test(one) ? [`${one}:manager`, `${one}:worker`] : [one]));
}
