import { roleNames, withoutEnd } from '@mase/workflow';
import type { FastifyRequest } from 'fastify';

/** The parts that the person fills for others now: whose, and until when; null where it is held without an end. */
export function postsShown({ session, actor }: FastifyRequest) {
  const names = new Map(session?.cover.people.map((one) => [one.id, one.standing.name]));
  return (actor.posts ?? []).map(({ role, until, standsInFor }) => ({
    role: { id: role, name: roleNames[role] },
    until: until === withoutEnd ? null : until,
    standsInFor: standsInFor ? { id: standsInFor, name: names.get(standsInFor) ?? '' } : null,
  }));
}
