import { auditReading, type ReadAct, reading, type Tx } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idPattern } from './command.js';
import { notVisible } from './problem.js';

/** What a view shows, and whom it shows: the persons are audited before the first byte leaves. */
export interface Shown<T> {
  shown: T;
  persons: readonly string[];
}

/**
 * Runs a read under the reader's context and commits its audit row before it answers. A look at something that is
 * not there for the reader is audited too, and answers 404.
 */
export async function audited<T>(
  app: FastifyInstance,
  request: FastifyRequest,
  act: Omit<ReadAct, 'persons'>,
  read: (tx: Tx) => Promise<Shown<T> | null>,
): Promise<T> {
  const found = await reading(app.store, request.reading, async (tx) => {
    const result = await read(tx);
    await auditReading(tx, request.reading, { ...act, persons: result?.persons ?? [] }, app.store.clock());
    return result;
  });
  if (!found) throw notVisible();
  return found.shown;
}

/** The id of a record in a path; 404 where it has not the form of one. */
export function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!idPattern.test(id)) throw notVisible();
  return id;
}
