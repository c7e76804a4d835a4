import { type ReadAct, readAudited, type Shown, type Tx } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idPattern } from './fields.js';
import { notVisible } from './problem.js';

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
  const shown = await readAudited(app.store, request.reading, act, read);
  if (shown === null) throw notVisible();
  return shown;
}

/** The id of a record in a path; 404 where it has not the form of one. */
export function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!idPattern.test(id)) throw notVisible();
  return id;
}
