import { findRecordsById, findSittingPapers, type Reading, reading, type SittingPapers } from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * What a recipient may see towards the papers of a sitting, as far as the person who asks sees it too; null where the
 * recipient has no part in the sitting.
 */
export async function findPapers(
  app: FastifyInstance,
  request: FastifyRequest,
  recipient: Reading,
  sittingId: string,
): Promise<SittingPapers | null> {
  const found = await reading(app.store, recipient, (tx) => findSittingPapers(tx, sittingId));
  if (!found || recipient.userId === request.reading.userId) return found;
  return seenByBoth(app, request, found);
}

/**
 * What both may see: a copy made for somebody else holds no record that the person who asks does not see, so that nobody
 * reads a restricted case, or one from which he or she is shut out, in another's papers. Of what is not in it, nothing
 * is said: every copy says that what somebody else had made holds what both may see.
 */
async function seenByBoth(
  app: FastifyInstance,
  request: FastifyRequest,
  found: SittingPapers,
): Promise<SittingPapers> {
  const ids = found.records.map(({ id }) => id);
  const seen = new Set(
    (await reading(app.store, request.reading, (tx) => findRecordsById(tx, ids))).map(({ id }) => id),
  );
  const sittings = [found.sitting, found.previous].flatMap((one) => (one ? [one.id] : []));
  return {
    ...found,
    records: found.records.filter(({ id }) => seen.has(id)),
    written: found.written.filter(({ record }) => seen.has(record.id) || sittings.includes(record.id)),
    classes: new Map([...found.classes].filter(([id]) => seen.has(id) || sittings.includes(id))),
  };
}
