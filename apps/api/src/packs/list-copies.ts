import {
  type CopyParts,
  findCopies,
  findRecord,
  findRecordsById,
  type KeptCopy,
  reading,
  readingOf,
} from '@mase/store';
import type { AgencyStanding, Profile, UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notVisible } from '../problem.js';
import { idOf } from '../view.js';
import { numberedItems } from './agenda-parts.js';
import { findOwnPapers, seenByBoth } from './find-papers.js';
import { packsOf } from './issue-pack.js';
import { letterContent } from './letter-model.js';
import { findLetters } from './letters-out.js';
import { hasMinutes } from './minutes-model.js';
import { chairs, issuers, readsAllCopies, recipientsOf } from './pack-rights.js';
import { heldBy } from './paper-model.js';
import { Papers } from './papers.js';

const schema = {
  tags: ['sittings'],
  operationId: 'sittings.copies',
  summary:
    'Whose copies of the papers the reader may fetch: to the office and the chairs all, to others their own',
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
  /** Whether there is a letter with the actions that the sitting gave the recipient's agency. */
  letter: boolean;
  /** The last version issued; null before the first. */
  copy: CopyState | null;
  /** The items of the agenda that changed since, as the reader knows them: the next issue gives a new version. */
  changed: string[];
}

/** A version of a pack as the list tells of it. */
interface CopyState {
  number: number;
  version: number;
  issuedAt: string;
  /** When its recipient first opened it; null while it is unopened. */
  openedAt: string | null;
}

const notYours = 'Only the recipient, the coordinator and the chair fetch this copy.';
const noPart = 'The recipient has no part in this sitting: there is nothing to show.';
const disruption = 'It may show a disruption part: its recipient fetches it, or the chair.';

/** `GET /api/v1/sittings/:id/copies`: the copies of the papers; whoever is neither of the office nor a chair reads of his or her own alone; nothing of a child. */
export function listCopies(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/copies', { schema }, async (request) => {
    const sittingId = idOf(request);
    const people = await reading(app.store, request.reading, async (tx) => {
      const sitting = await findRecord(tx, 'sitting', sittingId);
      if (!sitting) throw notVisible();
      const all = readsAllCopies(request.actor);
      const shown = recipientsOf(sitting).filter((id) => all || id === request.reading.userId);
      const found = await findRecordsById(tx, shown);
      const agencies = found.map((one) => (one.standing as UserStanding).agencyId);
      const named = await findRecordsById(tx, agencies);
      const names = new Map(named.map((one) => [one.id, (one.standing as unknown as AgencyStanding).name]));
      return found
        .filter((one) => one.kind === 'user' && !(one.standing as UserStanding).endedAt)
        .map((one) => ({ ...(one.standing as UserStanding), id: one.id, names }));
    });
    const profile = await app.profileOf(request.reading);
    const copies = await reading(app.store, request.reading, (tx) => findCopies(tx, sittingId));
    const items = people.map(async ({ names, ...person }): Promise<CopyView> => {
      const both = await papersFor(app, request, sittingId, person, profile);
      const papers = both?.shown ?? null;
      const why = refusalOf(request, person, papers);
      const agencyName = names.get(person.agencyId) ?? null;
      const may = why === null && papers !== null;
      return {
        ...{ recipientId: person.id, name: person.name, agencyName, fetch: why === null, why },
        minutes: may && hasMinutes(papers),
        letter: may && letterContent(papers) !== null,
        ...(both ? versionsOf(app, both, copies) : { copy: null, changed: [] }),
      };
    });
    const sorted = (await Promise.all(items)).sort((one, other) => one.name.localeCompare(other.name));
    return { items: sorted, letters: await findLetters(app, request, sittingId) };
  });
}

interface Both {
  /** As the recipient alone may see it. */
  own: Papers;
  /** As the recipient and the reader both may. */
  shown: Papers;
}

/**
 * The versions of a recipient's pack as far as the reader may know of them: a version that differs in nothing that the
 * reader knows of is not told, so that no number hints at an item whose existence is closed to him or her.
 */
function versionsOf(
  app: FastifyInstance,
  { own, shown }: Both,
  copies: readonly KeptCopy[],
): { copy: CopyState | null; changed: string[] } {
  const packs = packsOf(copies, own.about.recipient.id);
  const items = numberedItems(shown, shown.sitting);
  const known = new Set([...items.flatMap(({ record }) => (record ? [record.id] : [])), 'agenda']);
  const differs = (one: CopyParts, other: CopyParts) => [...known].some((part) => one[part] !== other[part]);
  const [first, ...later] = packs;
  if (!first) return { copy: null, changed: [] };
  let told = { ...first, told: 1 };
  for (const one of later)
    if (differs(told.parts, one.parts)) told = { ...one, told: told.told + 1 };
    else told = { ...told, openedAt: told.openedAt ?? one.openedAt };
  const { parts } = heldBy(own, { kind: 'pack' }, app.templates);
  const { copyNumber: number, issuedAt, openedAt } = told;
  return {
    copy: { number, version: told.told, issuedAt, openedAt },
    changed: items.flatMap(({ item, record }) =>
      record && told.parts[record.id] !== parts[record.id] ? [`Item ${item.number}, ${item.title}`] : [],
    ),
  };
}

type Recipient = UserStanding & { id: string };

/** What a recipient would be shown, alone and with the reader; null where he or she has no part in the sitting. Nothing of it leaves. */
async function papersFor(
  app: FastifyInstance,
  request: FastifyRequest,
  sittingId: string,
  recipient: Recipient,
  profile: Profile,
): Promise<Both | null> {
  const who = readingOf(recipient, request.reading.partnershipId);
  const found = await findOwnPapers(app, who, sittingId);
  if (!found) return null;
  const now = app.store.clock();
  const about = { recipient, principals: who.principals, profile, now, asAt: now };
  const own = new Papers(found, about);
  if (recipient.id === request.reading.userId) return { own, shown: own };
  return { own, shown: new Papers(await seenByBoth(app, request, found), about) };
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
