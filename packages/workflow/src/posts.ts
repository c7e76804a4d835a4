import type { Actor, Post } from './model.js';

/** The posts that somebody fills at an instant: begun, and not over. */
export function postsAt(posts: readonly Post[] | undefined, at: string): Post[] {
  return (posts ?? []).filter(({ from, until }) => from <= at && at < until);
}

/** Whether a record that names a user as its holder is this actor's: his or her own, or that of whom he or she stands in for. */
export function holdsFor(actor: Actor, userId: string | null | undefined): boolean {
  return Boolean(userId) && (actor.userId === userId || actor.standsInFor === userId);
}

/** An actor in one of the parts that he or she fills, and the post that gives the part, where one does. */
export interface Part {
  actor: Actor;
  post?: Post;
}

/**
 * The parts in which somebody may act: first his or her own, then each post filled for another. It stays the same
 * person: what two people must do, nobody does alone by standing in.
 */
export function partsOf(actor: Actor): Part[] {
  const { posts = [], ...own } = actor;
  const filled = posts.map((post) => {
    const { role, agencyId, teamId, standsInFor, withList } = post;
    const held = withList && standsInFor ? { standsInFor } : {};
    return { actor: { ...own, roles: [role], agencyId, teamId, ...held, inPlaceOf: standsInFor }, post };
  });
  return [{ actor: own }, ...filled];
}
