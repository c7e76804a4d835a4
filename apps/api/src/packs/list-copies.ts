import { findRecord, findRecordsById, findSittingPapers, reading, readingOf } from '@mase/store';
import type { AgencyStanding, UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notVisible } from '../problem.js';
import { idOf } from '../view.js';
import { chairs, issuers, recipientsOf } from './pack-rights.js';

const schema = {
  tags: ['sittings'],
  operationId: 'sittings.copies',
  summary: 'Whose copies of the papers the reader may fetch',
  params: idParams,
  response: { 200: shownSchema('CopiesView', 'plain', 'The recipients'), ...answersOf(401, 404, 503) },
};

/** A recipient of the papers; `fetch` says whether the reader may have this copy made, `why` in words why not. */
interface CopyView {
  recipientId: string;
  name: string;
  agencyName: string | null;
  fetch: boolean;
  why: string | null;
}

const notYours = 'Only the recipient, the coordinator and the chair fetch this copy.';
const disruption = 'It may show a disruption part: its recipient fetches it, or the chair.';

/** `GET /api/v1/sittings/:id/copies`: the recipients of the papers, and whose copy the reader may fetch; nothing of a child. */
export function listCopies(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/copies', { schema }, async (request) => {
    const sittingId = idOf(request);
    const people = await reading(app.store, request.reading, async (tx) => {
      const sitting = await findRecord(tx, 'sitting', sittingId);
      if (!sitting) throw notVisible();
      const found = await findRecordsById(tx, recipientsOf(sitting));
      const agencies = found.map((one) => (one.standing as UserStanding).agencyId);
      const named = await findRecordsById(tx, agencies);
      const names = new Map(named.map((one) => [one.id, (one.standing as unknown as AgencyStanding).name]));
      return found
        .filter((one) => one.kind === 'user' && !(one.standing as UserStanding).endedAt)
        .map((one) => ({ ...(one.standing as UserStanding), id: one.id, names }));
    });
    const items = people.map(async ({ names, ...person }): Promise<CopyView> => {
      const why = await refusalOf(app, request, sittingId, person);
      const agencyName = names.get(person.agencyId) ?? null;
      return { recipientId: person.id, name: person.name, agencyName, fetch: why === null, why };
    });
    return { items: (await Promise.all(items)).sort((one, other) => one.name.localeCompare(other.name)) };
  });
}

/** Why the reader may not have a recipient's copy made; null where he or she may. */
async function refusalOf(
  app: FastifyInstance,
  request: FastifyRequest,
  sittingId: string,
  recipient: UserStanding & { id: string },
): Promise<string | null> {
  const { actor } = request;
  if (recipient.id === actor.userId || chairs.some((role) => actor.roles.includes(role))) return null;
  if (!issuers.some((role) => actor.roles.includes(role))) return notYours;
  const who = readingOf(recipient, request.reading.partnershipId);
  const found = await reading(app.store, who, (tx) => findSittingPapers(tx, sittingId));
  return found && [...found.classes.values()].some((classes) => classes.includes('disruption'))
    ? disruption
    : null;
}
