import { auditReading, type ReadAct, reading, type Tx } from '@mase/store';
import type { Actor, Profile } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idPattern } from './fields.js';
import { notVisible, ProblemError } from './problem.js';

/** What a view shows, and whom it shows: the persons are audited before the first byte leaves. */
export interface Shown<T> {
  shown: T;
  persons: readonly string[];
}

/** For whom a view is made, when, and under which profile. */
export interface Asking {
  profile: Profile;
  now: string;
  actor: Actor;
}

/** Who asks now, under the profile of his or her area. */
export async function askingOf(app: FastifyInstance, request: FastifyRequest): Promise<Asking> {
  return { profile: await app.profileOf(request.reading), now: app.store.clock(), actor: request.actor };
}

/**
 * Runs a read under the reader's context and commits its audit row before it answers. A look at something that is
 * not there for the reader, or that is refused, is audited too; it answers 404, or with the refusal.
 */
export async function audited<T>(
  app: FastifyInstance,
  request: FastifyRequest,
  act: Omit<ReadAct, 'persons'>,
  read: (tx: Tx) => Promise<Shown<T> | null>,
): Promise<T> {
  const found = await reading(app.store, request.reading, async (tx) => {
    const result = await read(tx).catch(refusalOf);
    const persons = result && 'persons' in result ? result.persons : [];
    await auditReading(tx, request.reading, { ...act, persons }, app.store.clock());
    return result;
  });
  if (!found) throw notVisible();
  if ('refusal' in found) throw found.refusal;
  return found.shown;
}

function refusalOf(error: unknown): { refusal: ProblemError } {
  if (error instanceof ProblemError) return { refusal: error };
  throw error;
}

/** The id of a record in a path; 404 where it has not the form of one. */
export function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!idPattern.test(id)) throw notVisible();
  return id;
}
