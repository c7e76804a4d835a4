import { findRecord, findRecordsById, reading, readingOf } from '@mase/store';
import type { AgencyStanding, Profile, UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notVisible } from '../problem.js';
import { idOf } from '../view.js';
import { findPapers } from './find-papers.js';
import { hasMinutes } from './minutes-model.js';
import { chairs, issuers, recipientsOf } from './pack-rights.js';
import { Papers } from './papers.js';

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
  /** Whether the copy can be had of the minutes too. */
  minutes: boolean;
}

const notYours = 'Only the recipient, the coordinator and the chair fetch this copy.';
const noPart = 'The recipient has no part in this sitting: there is nothing to show.';
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
    const profile = await app.profileOf(request.reading);
    const items = people.map(async ({ names, ...person }): Promise<CopyView> => {
      const papers = await papersFor(app, request, sittingId, person, profile);
      const why = refusalOf(request, person, papers);
      const agencyName = names.get(person.agencyId) ?? null;
      const minutes = why === null && papers !== null && hasMinutes(papers);
      return { recipientId: person.id, name: person.name, agencyName, fetch: why === null, why, minutes };
    });
    return { items: (await Promise.all(items)).sort((one, other) => one.name.localeCompare(other.name)) };
  });
}

type Recipient = UserStanding & { id: string };

/** What a recipient would be shown; null where he or she has no part in the sitting. Nothing of it leaves. */
async function papersFor(
  app: FastifyInstance,
  request: FastifyRequest,
  sittingId: string,
  recipient: Recipient,
  profile: Profile,
): Promise<Papers | null> {
  const who = readingOf(recipient, request.reading.partnershipId);
  const found = await findPapers(app, request, who, sittingId);
  const now = app.store.clock();
  return found && new Papers(found, { recipient, principals: who.principals, profile, now, asAt: now });
}

/** Why the reader may not have a recipient's copy made; null where he or she may. */
function refusalOf({ actor }: FastifyRequest, recipient: Recipient, papers: Papers | null): string | null {
  if (recipient.id !== actor.userId && !issuers.some((role) => actor.roles.includes(role))) return notYours;
  if (!papers) return noPart;
  if (recipient.id === actor.userId || chairs.some((role) => actor.roles.includes(role))) return null;
  return [...papers.found.classes.values()].some((classes) => classes.includes('disruption'))
    ? disruption
    : null;
}
