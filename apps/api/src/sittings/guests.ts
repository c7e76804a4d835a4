import { findClasses, findSittingTimes, type SittingTimes, type Tx } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Whether a reader comes for single items of a sitting alone: knows that it is, when and where, and reads nothing of it. */
export function isGuest(classes: readonly string[]): boolean {
  return classes.length > 0 && classes.every((one) => one === 'receipt' || one === 'existence');
}

/**
 * The times of the items of a sitting for whoever comes for some of them alone; null for anybody else. A guest sees no other
 * item, so that no time can be worked out from what he or she sees.
 */
export async function guestTimes(
  app: FastifyInstance,
  request: FastifyRequest,
  tx: Tx,
  sittingId: string,
): Promise<SittingTimes | null> {
  const classes = (await findClasses(tx, [sittingId])).get(sittingId) ?? [];
  if (!isGuest(classes)) return null;
  const { partnershipId, userId } = request.reading;
  return findSittingTimes(app.store, partnershipId, { sittingId, userId });
}
