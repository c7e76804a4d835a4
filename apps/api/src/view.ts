import { type LookAsked, readAudited, type Shown, type Tx } from '@mase/store';
import type { Actor, Profile } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idPattern } from './fields.js';
import { notVisible, ProblemError } from './problem.js';

/** For whom a view is made, when, and under which profile. */
export interface Asking {
  profile: Profile;
  /** Which profile was in force at an instant. */
  profiles: (at: string) => Profile;
  now: string;
  actor: Actor;
}

/** Who asks now, under the profile of his or her area. */
export async function askingOf(app: FastifyInstance, request: FastifyRequest): Promise<Asking> {
  return {
    profile: await app.profileOf(request.reading),
    profiles: await app.profilesOf(request.reading),
    now: app.store.clock(),
    actor: request.actor,
  };
}

/**
 * Runs a read under the reader's context and commits its audit row before it answers. A look at something that is
 * not there for the reader, or that is refused, is audited too; it answers 404, or with the refusal.
 */
export async function audited<T>(
  app: FastifyInstance,
  request: FastifyRequest,
  act: LookAsked,
  read: (tx: Tx) => Promise<Shown<T> | null>,
): Promise<T> {
  const found = await readAudited<{ view: T } | { refusal: ProblemError }>(
    app.store,
    request.reading,
    act,
    async (tx) => {
      try {
        const result = await read(tx);
        return result && { shown: { view: result.shown }, persons: result.persons };
      } catch (error) {
        if (error instanceof ProblemError) return { shown: { refusal: error }, persons: [] };
        throw error;
      }
    },
  );
  if (!found) throw notVisible();
  if ('refusal' in found) throw found.refusal;
  return found.view;
}

/** The id of a record in a path; 404 where it has not the form of one. */
export function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!idPattern.test(id)) throw notVisible();
  return id;
}
