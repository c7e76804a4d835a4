import type { Context, Fault, RecordRef } from '../model.js';
import { storedVersion } from '../stored-version.js';
import type { IdentifierMatchStanding, ReadRecord } from './standing.js';

type Ctx<P extends object> = Context<IdentifierMatchStanding, P>;

/** The code with which a match refuses what was read of its records before they moved on: it is worked out anew. */
export const movedOn = 'movedOn';

const plain = ({ kind, id }: RecordRef): RecordRef => ({ kind, id });

/** The records of which something was read before the command: it locks them. */
export const readBefore = ({ read = [] }: { read?: ReadRecord[] }): RecordRef[] => read.map(plain);

/**
 * What was read of the two outside the command holds only while they stand as they did: whoever closes one of them
 * meanwhile is not overruled by what was known before.
 */
export function readFaults({ payload: { read = [] }, locked }: Ctx<{ read?: ReadRecord[] }>): Fault[] {
  const detail = 'The record has changed since it was read.';
  const isAsRead = ({ id, version }: ReadRecord) =>
    locked.some((one) => one.id === id && storedVersion(one) === version);
  return read.flatMap((one, index) =>
    isAsRead(one) ? [] : [{ pointer: `/read/${index}`, code: movedOn, detail }],
  );
}
