import {
  findClasses,
  findRecordsById,
  findSittingPapers,
  type Reading,
  reading,
  type SittingPapers,
} from '@mase/store';
import type { RecordKind } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a recipient may see towards the papers of a sitting; null where he or she has no part in it. */
export function findOwnPapers(
  app: Pick<FastifyInstance, 'store'>,
  recipient: Reading,
  sittingId: string,
): Promise<SittingPapers | null> {
  return reading(app.store, recipient, (tx) => findSittingPapers(tx, sittingId));
}

/** Of these somebody may see that they are and not all that is written on them: of others he or she sees all or nothing. */
const partly: readonly RecordKind[] = [
  ...(['personCase', 'locationCase', 'person', 'location'] as const),
  ...(['cluster', 'link', 'intelligence', 'disruptionMeasure'] as const),
];

/**
 * What both may see: a copy made for somebody else holds no record that the person who asks does not see, so that nobody
 * reads a restricted case, or one from which he or she is shut out, in another's papers; and of persons, places, clusters, links and
 * intelligence no class of content that both do not read. Of what is not in it, nothing is said: every copy says that
 * what somebody else had made holds what both may see.
 */
export async function seenByBoth(
  app: FastifyInstance,
  request: FastifyRequest,
  found: SittingPapers,
): Promise<SittingPapers> {
  const ids = [...found.records.map(({ id }) => id), ...found.ends.keys()];
  const mine = await reading(app.store, request.reading, async (tx) => ({
    records: await findRecordsById(tx, ids),
    classes: await findClasses(tx, ids),
  }));
  const seen = new Set(mine.records.map(({ id }) => id));
  const sittings = [found.sitting, found.previous].flatMap((one) => (one ? [one.id] : []));
  const apart = new Set(found.records.filter(({ kind }) => partly.includes(kind)).map(({ id }) => id));
  const both = (id: string, classes: readonly string[]) =>
    apart.has(id) ? classes.filter((one) => mine.classes.get(id)?.includes(one)) : [...classes];
  return {
    ...found,
    records: found.records.filter(({ id }) => seen.has(id)),
    ends: new Map([...found.ends].filter(([id]) => seen.has(id))),
    written: found.written.filter(
      ({ record, class: of }) =>
        (seen.has(record.id) && both(record.id, [of]).length > 0) || sittings.includes(record.id),
    ),
    classes: new Map(
      [...found.classes]
        .filter(([id]) => seen.has(id) || sittings.includes(id))
        .map(([id, classes]) => [id, both(id, classes)]),
    ),
  };
}
